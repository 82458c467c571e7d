package io.contactpulse.jobruntime.source;

import java.io.Serializable;
import java.util.OptionalLong;

/** Finds a record's event time in its undecoded bytes, cheaply; watermarks are made from it inside the source. */
public interface EventTimeScanner extends Serializable {
    /** Milliseconds since the epoch, or empty when the bytes do not tell; never throws, whatever the bytes are. */
    OptionalLong eventTime(byte[] payload);
}
