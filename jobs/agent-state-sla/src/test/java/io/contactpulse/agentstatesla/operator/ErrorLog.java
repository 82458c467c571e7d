package io.contactpulse.agentstatesla.operator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What a class has logged as an error. */
final class ErrorLog extends AbstractAppender implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    ErrorLog(Class<?> logging) {
        super("error-log", null, null, true, Property.EMPTY_ARRAY);
        logger = (Logger) LogManager.getLogger(logging);
        start();
        logger.addAppender(this);
        // The configuration in Flink's own test jars switches logging off.
        logger.setLevel(Level.ERROR);
    }

    @Override
    public void append(LogEvent event) {
        if (event.getLevel() == Level.ERROR) {
            lines.add(event.getMessage().getFormattedMessage());
        }
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.setLevel(Level.OFF);
        logger.removeAppender(this);
        stop();
    }
}
