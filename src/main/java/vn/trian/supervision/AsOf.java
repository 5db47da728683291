package vn.trian.supervision;

import java.time.Instant;

/**
 * Figures with the moment that they are of.
 *
 * @param behind whether newer ones are being counted already
 */
public record AsOf<T>(T figures, Instant at, boolean behind) {}
