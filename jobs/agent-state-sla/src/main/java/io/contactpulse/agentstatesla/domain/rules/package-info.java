/** Rules as data: what they say, and how they are read from files. */
@NullMarked
package io.contactpulse.agentstatesla.domain.rules;

import org.jspecify.annotations.NullMarked;
