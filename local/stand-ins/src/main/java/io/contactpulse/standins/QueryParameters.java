package io.contactpulse.standins;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form parameters of AWS's query protocol, in which {@code list.1.field} spells a list of structures. */
record QueryParameters(Map<String, String> values) {

    static QueryParameters parse(String form) {
        Map<String, String> values = new HashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new QueryParameters(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name) {
        return find(name).orElse("");
    }

    List<QueryParameters> list(String name) {
        List<QueryParameters> elements = new ArrayList<>();
        QueryParameters element = under(name + ".1.");
        while (!element.values().isEmpty()) {
            elements.add(element);
            element = under(name + "." + (elements.size() + 1) + ".");
        }
        return elements;
    }

    private QueryParameters under(String prefix) {
        Map<String, String> below = new HashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), value);
            }
        });
        return new QueryParameters(below);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
