package io.contactpulse.standins;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a shard, as the text that clients pass around. It never expires. */
record ShardIterator(String stream, String shardId, int position) {

    private static final Pattern FORM = Pattern.compile("([^/]+)/([^/]+)/(\\d+)");

    static ShardIterator of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ServiceFault("InvalidArgumentException", text + " is no shard iterator");
        }
        return new ShardIterator(form.group(1), form.group(2), Integer.parseInt(form.group(3)));
    }

    ShardIterator at(int next) {
        return new ShardIterator(stream, shardId, next);
    }

    String text() {
        return stream + "/" + shardId + "/" + position;
    }
}
