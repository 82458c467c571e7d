package io.contactpulse.jobruntime.sink;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** A row with a field of every type, of which some come null or several deep. */
public final class EveryType extends SpecificRecordBase {
    public static final Schema SCHEMA$ = new Schema.Parser()
            .parse("{'type':'record','name':'EveryType','namespace':'io.contactpulse.jobruntime.sink',"
                            .replace('\'', '"')
                    + ("'table':'every-type','key':['id','at'],'day':'at','retention':'P30D','fields':["
                                    + "{'name':'id','type':'string'},"
                                    + "{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'}},"
                                    + "{'name':'whole','type':'int'},"
                                    + "{'name':'large','type':'long'},"
                                    + "{'name':'fraction','type':'double'},"
                                    + "{'name':'flag','type':'boolean'},"
                                    + "{'name':'bytes','type':'bytes'},"
                                    + "{'name':'list','type':{'type':'array','items':'string'}},"
                                    + "{'name':'map','type':{'type':'map','values':'double'}},"
                                    + "{'name':'inner','type':['null','EveryType']},"
                                    + "{'name':'absent','type':['null','string']}]}")
                            .replace('\'', '"'));

    private final @Nullable Object[] values = new Object[SCHEMA$.getFields().size()];

    static EveryType of(String id, Instant at) {
        EveryType row = new EveryType();
        row.set("id", id);
        row.set("at", at);
        row.set("whole", 7);
        row.set("large", Long.MAX_VALUE);
        row.set("fraction", 0.25);
        row.set("flag", true);
        row.set("bytes", ByteBuffer.wrap(new byte[] {1, 2}));
        row.set("list", List.of("first", "second"));
        row.set("map", Map.of("key", 1.5));
        return row;
    }

    EveryType set(String field, @Nullable Object value) {
        values[SCHEMA$.getField(field).pos()] = value;
        return this;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public @Nullable Object get(int field) {
        return values[field];
    }

    @Override
    public void put(int field, Object value) {
        values[field] = value;
    }
}
