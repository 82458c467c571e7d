/** Queues as they are right now: who waits, who is there, how quickly contacts are answered. */
@NullMarked
package io.contactpulse.agentstatesla.domain.queue;

import org.jspecify.annotations.NullMarked;
