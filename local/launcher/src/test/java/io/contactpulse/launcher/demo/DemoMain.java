package io.contactpulse.launcher.demo;

import picocli.CommandLine;

/** The demo as a program of its own, for tests that end it as a person would. */
final class DemoMain {
    private DemoMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoCommand()).execute(arguments));
    }
}
