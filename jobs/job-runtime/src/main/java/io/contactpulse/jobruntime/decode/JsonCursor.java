package io.contactpulse.jobruntime.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The parser, complaining in our words. */
final class JsonCursor {
    private final JsonParser parser;

    JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Null after the last token. */
    JsonToken advance() throws Unreadable {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw JsonErrors.unreadable(e);
        }
    }

    void skipChildren() throws Unreadable {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw JsonErrors.unreadable(e);
        }
    }

    String name() throws Unreadable {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw JsonErrors.unreadable(e);
        }
    }

    String text() throws Unreadable {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw JsonErrors.unreadable(e);
        }
    }

    boolean isAt(JsonToken token) {
        return parser.currentToken() == token;
    }

    boolean isInsideAValue() {
        return !parser.getParsingContext().inRoot();
    }
}
