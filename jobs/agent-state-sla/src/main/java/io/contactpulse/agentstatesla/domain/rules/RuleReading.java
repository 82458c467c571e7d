package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.RuleText;
import java.util.ArrayList;
import java.util.List;

/**
 * What one look at the place of the rule files found. The same files give the same version; so does the same trouble in
 * reading them, however its message varies.
 */
public final class RuleReading {
    private final List<String> content = new ArrayList<>();
    private final List<RuleText> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** In the order of the names. */
    public void found(String name, String text) {
        files.add(RuleText.newBuilder().setName(name).setText(text).build());
        content.add(name);
        content.add(Hashes.sha256(text));
    }

    /** {@code trouble} identifies what is wrong. */
    public void failed(String trouble, String problem) {
        content.add("failed " + trouble);
        problems.add(problem);
    }

    public String version() {
        return Hashes.sha256(content.toArray(new String[0]));
    }

    /** Refuses the files as a whole if anything is wrong with them. */
    public RuleSet checked() {
        List<String> all = new ArrayList<>(problems);
        try {
            RuleFiles.parse(files);
        } catch (InvalidRules e) {
            all.addAll(e.problems());
        }
        if (!all.isEmpty()) {
            throw new InvalidRules(all);
        }
        return RuleSet.newBuilder().setVersion(version()).setFiles(files).build();
    }
}
