/** The rules of agent states, their time and their alerts: plain Java that does not know Flink. */
@NullMarked
package io.contactpulse.agentstatesla.domain;

import org.jspecify.annotations.NullMarked;
