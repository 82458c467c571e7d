package io.contactpulse.launcher.page;

import com.sun.net.httpserver.Headers;
import java.util.Set;

/** Who may ask, by what browsers say of the page a request comes from. */
final class Origin {
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Origin() {}

    /** Headers that keep a browser from mixing this page with others. */
    static void setHeaders(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    /** A page of another site whose name was made to point at this machine must not read the floor. */
    static boolean isHere(Headers request) {
        String host = request.getFirst("Host");
        return host != null && HOSTS.contains(host.replaceFirst(":\\d+$", ""));
    }

    /** Browsers name the origin of whatever is not just read, and no script can change what they say. */
    static boolean isOfThisPage(Headers request) {
        return ("http://" + request.getFirst("Host")).equals(request.getFirst("Origin"));
    }
}
