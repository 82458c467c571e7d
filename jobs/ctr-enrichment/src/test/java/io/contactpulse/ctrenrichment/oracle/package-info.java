/** What the tables must end with, worked out a second time, slowly and without any code of the job. */
@NullMarked
package io.contactpulse.ctrenrichment.oracle;

import org.jspecify.annotations.NullMarked;
