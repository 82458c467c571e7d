package io.contactpulse.agentstatesla.transform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Blocks of a Slack message within their limits: Slack refuses a message with a text that is too long. */
final class SlackBlocks {
    private static final int LONGEST_SECTION = 3000;
    private static final int LONGEST_FIELD = 2000;
    private static final int ROOM_FOR_THE_REST = 40;

    private final ArrayNode blocks = PublishedMessage.object().arrayNode();

    void section(String text) {
        markdown(block("section").putObject("text"), text, LONGEST_SECTION);
    }

    void fields(List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        ArrayNode fields = block("section").putArray("fields");
        texts.forEach(text -> markdown(fields.addObject(), text, LONGEST_FIELD));
    }

    /** Whole lines as far as they fit; the others are counted, with those that the message itself left out. */
    void list(List<String> lines, int leftOut) {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        int listed = 0;
        for (String line : lines) {
            if (text.length() + line.length() > LONGEST_SECTION - ROOM_FOR_THE_REST) {
                break;
            }
            text.append(listed == 0 ? "" : "\n").append("• ").append(line);
            listed++;
        }
        int rest = lines.size() - listed + leftOut;
        section(rest == 0 ? text.toString() : text + "\nand " + rest + " more");
    }

    void context(List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        ArrayNode elements = block("context").putArray("elements");
        texts.forEach(text -> markdown(elements.addObject(), text, LONGEST_FIELD));
    }

    private ObjectNode block(String type) {
        return blocks.addObject().put("type", type);
    }

    private static void markdown(ObjectNode json, String text, int longest) {
        json.put("type", "mrkdwn").put("text", cut(text, longest));
    }

    /** Never in the middle of an escaped character. */
    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest - 3).replaceFirst("&[a-z]{0,3}$", "") + "...";
    }

    ArrayNode json() {
        return blocks;
    }
}
