package io.contactpulse.standins;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks once whether a server answers a path with 200. */
final class HealthProbe {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private HealthProbe() {}

    static boolean answers(URI path) {
        try {
            HttpURLConnection connection = (HttpURLConnection) path.toURL().openConnection();
            connection.setConnectTimeout((int) LIMIT.toMillis());
            connection.setReadTimeout((int) LIMIT.toMillis());
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
