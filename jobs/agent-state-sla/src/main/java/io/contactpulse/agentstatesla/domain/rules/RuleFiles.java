package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.schema.RuleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and reads rule files: the shipped defaults, one file, or all {@code *.yaml} of a folder. All or nothing. */
public final class RuleFiles {
    private static final String DEFAULTS = "rules/default-rules.yaml";
    /** In bytes. */
    public static final int LARGEST = 1_000_000;

    private RuleFiles() {}

    public static Rules load(Optional<Path> fileOrFolder) {
        Problems problems = new Problems();
        List<Rule> rules = fileOrFolder.isEmpty()
                ? new RuleFileParser(DEFAULTS, problems).parse(defaults())
                : read(fileOrFolder.get(), problems);
        return together(rules, problems);
    }

    /** Texts that were read before. */
    public static Rules parse(List<RuleText> files) {
        Problems problems = new Problems();
        List<Rule> rules = new ArrayList<>();
        files.forEach(file -> rules.addAll(new RuleFileParser(file.getName(), problems).parse(file.getText())));
        return together(rules, problems);
    }

    private static Rules together(List<Rule> rules, Problems problems) {
        if (problems.count() > 0) {
            throw new InvalidRules(problems.all());
        }
        return Rules.of(rules);
    }

    private static List<Rule> read(Path fileOrFolder, Problems problems) {
        List<Path> files = filesOf(fileOrFolder);
        if (files.isEmpty()) {
            throw new InvalidRules(List.of("no rule file (*.yaml) at " + fileOrFolder));
        }
        List<Rule> rules = new ArrayList<>();
        for (Path file : files) {
            rules.addAll(read(file.toString(), file, problems));
        }
        return rules;
    }

    private static List<Rule> read(String name, Path file, Problems problems) {
        try {
            if (Files.size(file) > LARGEST) {
                problems.add(name + ":1", "larger than " + LARGEST + " bytes; rule files are small");
                return List.of();
            }
            return new RuleFileParser(name, problems).parse(Files.readString(file));
        } catch (IOException e) {
            problems.add(name + ":1", "cannot be read as UTF-8 text (" + e.getMessage() + ")");
            return List.of();
        }
    }

    private static List<Path> filesOf(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return Files.exists(fileOrFolder) ? List.of(fileOrFolder) : List.of();
        }
        try (Stream<Path> children = Files.list(fileOrFolder)) {
            return children.filter(child -> child.toString().endsWith(".yaml"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String defaults() {
        try (InputStream in = RuleFiles.class.getClassLoader().getResourceAsStream(DEFAULTS)) {
            if (in == null) {
                throw new IllegalStateException(DEFAULTS + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
