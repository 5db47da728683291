package vn.trian.deadline;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the deadlines.
 *
 * @param zone zone of the offices: an event belongs to the day that their wall clock shows
 */
@ConfigurationProperties("trian.deadline")
public record DeadlineSettings(@DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {}
