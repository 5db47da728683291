package vn.trian.deadline;

/**
 * Time left as pages show it, colored.
 *
 * @param color {@code green}, {@code amber}, {@code red} or {@code grey}
 * @param key    message of the words
 * @param days   working days left or over, 0 or more
 */
public record TimeLeft(String color, String key, int days) {

  /** Of a case to which nothing more happens. */
  public static final TimeLeft CLOSED = new TimeLeft("grey", "time.closed", 0);
}
