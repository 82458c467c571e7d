package io.contactpulse.agentstatesla.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What MESSAGES.md shows is what is published. */
class MessagesDocumentTest {
    @Test
    void showsAMessageAsItIs() throws IOException {
        assertThat(Golden.tree(shown().get(0))).isEqualTo(Golden.tree(Examples.body("hold-firing")));
    }

    @Test
    void filtersByAttributesThatMessagesHave() throws IOException {
        for (String policy : shown().get(1).strip().split("\n")) {
            Golden.tree(policy)
                    .fieldNames()
                    .forEachRemaining(
                            name -> assertThat(Examples.message("hold-firing").getAttributes())
                                    .containsKey(name));
        }
    }

    private static List<String> shown() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block =
                Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("MESSAGES.md")));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }
}
