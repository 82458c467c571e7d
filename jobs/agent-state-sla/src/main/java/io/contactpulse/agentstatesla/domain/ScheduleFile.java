package io.contactpulse.agentstatesla.domain;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a schedule: CSV with the header {@code agent,start,end,activity}, or a YAML list with these keys. All or nothing:
 * every problem is reported as {@code file:line: what is wrong}.
 */
public final class ScheduleFile {
    private static final List<String> COLUMNS = List.of("agent", "start", "end", "activity");

    private final String file;
    private final List<String> problems = new ArrayList<>();
    private final Schedule schedule = new Schedule();

    private ScheduleFile(String file) {
        this.file = file;
    }

    public static Schedule load(Path path) {
        ScheduleFile file = new ScheduleFile(path.toString());
        try {
            file.read(Files.readString(path));
        } catch (IOException e) {
            file.problems.add(path + ": cannot be read as UTF-8 text (" + e.getMessage() + ")");
        }
        if (!file.problems.isEmpty()) {
            throw new InvalidSchedule(file.problems);
        }
        return file.schedule;
    }

    private void read(String text) {
        if (file.endsWith(".csv")) {
            readCsv(text.split("\\R", -1));
        } else if (file.endsWith(".yaml") || file.endsWith(".yml")) {
            readYaml(text);
        } else {
            problems.add(file + ": a schedule is a .csv or a .yaml file");
        }
    }

    private void readCsv(String[] lines) {
        if (!lines[0].trim().equals(String.join(",", COLUMNS))) {
            problem(1, "the first line must be " + String.join(",", COLUMNS));
            return;
        }
        for (int index = 1; index < lines.length; index++) {
            String[] values = lines[index].split(",", -1);
            if (lines[index].isBlank()) {
                continue;
            }
            if (values.length != COLUMNS.size()) {
                problem(index + 1, COLUMNS.size() + " values are expected, but here are " + values.length);
                continue;
            }
            Map<String, String> activity = new HashMap<>();
            for (int column = 0; column < values.length; column++) {
                activity.put(COLUMNS.get(column), values[column].trim());
            }
            add(index + 1, activity);
        }
    }

    private void readYaml(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof SequenceNode) {
                ((SequenceNode) root).getValue().forEach(this::readYaml);
            } else {
                problem(1, "a list of activities is expected");
            }
        } catch (YAMLException e) {
            problems.add(file + ": not YAML: " + e.getMessage());
        }
    }

    private void readYaml(Node node) {
        int line = node.getStartMark().getLine() + 1;
        if (!(node instanceof MappingNode)) {
            problem(line, "an activity has the keys " + String.join(", ", COLUMNS));
            return;
        }
        Map<String, String> activity = new HashMap<>();
        for (NodeTuple entry : ((MappingNode) node).getValue()) {
            activity.put(scalar(entry.getKeyNode()), scalar(entry.getValueNode()));
        }
        activity.keySet().stream()
                .filter(key -> !COLUMNS.contains(key))
                .forEach(key -> problem(line, "unknown is '" + key + "'; known are " + String.join(", ", COLUMNS)));
        add(line, activity);
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode ? ((ScalarNode) node).getValue() : "";
    }

    private void add(int line, Map<String, String> activity) {
        String agent = activity.getOrDefault("agent", "");
        Optional<Instant> start = time(line, "start", activity);
        Optional<Instant> end = time(line, "end", activity);
        Optional<Boolean> productive = productive(line, activity.getOrDefault("activity", ""));
        if (agent.isEmpty()) {
            problem(line, "agent is missing: an agent's id or login name");
        }
        if (agent.isEmpty() || start.isEmpty() || end.isEmpty() || productive.isEmpty()) {
            return;
        }
        if (!start.get().isBefore(end.get())) {
            problem(line, "end must be after start");
        } else if (!schedule.add(agent, start.get(), end.get(), productive.get())) {
            problem(line, "this overlaps another activity of " + agent);
        }
    }

    private Optional<Instant> time(int line, String key, Map<String, String> activity) {
        String text = activity.getOrDefault(key, "");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            problem(line, key + " must be a time such as 2026-01-31T08:00:00Z, not '" + text + "'");
            return Optional.empty();
        }
    }

    private Optional<Boolean> productive(int line, String activity) {
        if (activity.equals("PRODUCTIVE") || activity.equals("NON_PRODUCTIVE")) {
            return Optional.of(activity.equals("PRODUCTIVE"));
        }
        problem(line, "activity must be PRODUCTIVE or NON_PRODUCTIVE, not '" + activity + "'");
        return Optional.empty();
    }

    private void problem(int line, String message) {
        problems.add(file + ":" + line + ": " + message);
    }
}
