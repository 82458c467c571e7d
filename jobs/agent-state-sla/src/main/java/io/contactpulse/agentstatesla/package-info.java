/** Agent events in; live agent states, accounted time and alerts out. Start with {@code AgentStateSlaTopology}. */
@NullMarked
package io.contactpulse.agentstatesla;

import org.jspecify.annotations.NullMarked;
