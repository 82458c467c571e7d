/** The live page: a small web server that pushes the floor's state to browsers on this machine. */
@NullMarked
package io.contactpulse.launcher.page;

import org.jspecify.annotations.NullMarked;
