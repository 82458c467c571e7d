/** A second, independent reading of the contract: computes from a recording what the job's tables must end with. */
@NullMarked
package io.contactpulse.agentstatesla.oracle;

import org.jspecify.annotations.NullMarked;
