package io.contactpulse.launcher.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page's own files, read once. Whatever is not listed here cannot be asked for. */
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "floor.css", "text/css; charset=utf-8",
            "floor.js", "text/javascript; charset=utf-8",
            "commands.js", "text/javascript; charset=utf-8",
            "queues.js", "text/javascript; charset=utf-8",
            "agents.js", "text/javascript; charset=utf-8",
            "alerts.js", "text/javascript; charset=utf-8",
            "figures.js", "text/javascript; charset=utf-8",
            "dom.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, StaticFile> files = new TreeMap<>();

    /** One file as it is served. */
    record StaticFile(String type, byte[] content) {}

    private StaticFiles() {}

    static StaticFiles load() {
        StaticFiles loaded = new StaticFiles();
        TYPES.forEach((name, type) -> loaded.files.put("/" + name, new StaticFile(type, content(name))));
        loaded.files.put("/", loaded.files.get("/index.html"));
        return loaded;
    }

    Optional<StaticFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static byte[] content(String name) {
        try (InputStream stream = StaticFiles.class.getResourceAsStream("/page/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the page's file " + name + " is missing from the launcher's jar");
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
