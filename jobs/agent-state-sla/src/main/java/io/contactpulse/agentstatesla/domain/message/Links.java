package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.schema.Alert;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a reader can look at the contact and the agent of an alert: addresses with placeholders for their ids. */
public final class Links implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> PLACEHOLDERS = new TreeSet<>(Set.of("contactId", "agentId", "instanceId"));

    private final @Nullable Template contact;
    private final @Nullable Template agent;

    private Links(@Nullable Template contact, @Nullable Template agent) {
        this.contact = contact;
        this.agent = agent;
    }

    public static Links none() {
        return new Links(null, null);
    }

    /** Templates such as {@code https://example.com/contacts/{contactId}}; empty for no such link. */
    public static Links of(Optional<String> contact, Optional<String> agent) {
        return new Links(
                contact.map(Links::validated).orElse(null),
                agent.map(Links::validated).orElse(null));
    }

    private static Template validated(String address) {
        Template template = Template.of(address);
        for (String name : template.names()) {
            if (!PLACEHOLDERS.contains(name)) {
                throw new IllegalArgumentException(
                        "link " + address + ": {" + name + "} is unknown; known are " + known());
            }
        }
        Map<String, String> example = PLACEHOLDERS.stream().collect(Collectors.toMap(name -> name, name -> "id"));
        if (!template.fill(example).filter(Links::isWebAddress).isPresent()) {
            throw new IllegalArgumentException(
                    "link " + address + ": must be a web address that begins with https:// or http://");
        }
        return template;
    }

    private static String known() {
        return PLACEHOLDERS.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** By name; a link is left out when the alert has no such id. */
    Map<String, String> about(Alert alert, String instanceId) {
        Map<String, String> ids = new TreeMap<>();
        ids.put("instanceId", encoded(instanceId));
        alert.getOptionalContactId().ifPresent(id -> ids.put("contactId", encoded(id)));
        alert.getOptionalAgentId().ifPresent(id -> ids.put("agentId", encoded(id)));
        Map<String, String> links = new LinkedHashMap<>();
        if (ids.containsKey("contactId")) {
            Optional.ofNullable(contact)
                    .flatMap(template -> template.fill(ids))
                    .ifPresent(to -> links.put("contact", to));
        }
        if (ids.containsKey("agentId")) {
            Optional.ofNullable(agent).flatMap(template -> template.fill(ids)).ifPresent(to -> links.put("agent", to));
        }
        return links;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
