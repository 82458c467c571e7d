package io.contactpulse.agentstatesla.transform;

import java.time.Instant;

/** Slack's markup. Only three characters have to be escaped; a text without them cannot mention, link or call. */
final class Mrkdwn {
    private Mrkdwn() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String link(String address, String text) {
        return "<" + escaped(address).replace("|", "%7C") + "|" + escaped(text) + ">";
    }

    /** Shown in the reader's time zone. */
    static String time(Instant instant) {
        return "<!date^" + instant.getEpochSecond() + "^{date_short_pretty} {time_secs}|" + instant + ">";
    }
}
