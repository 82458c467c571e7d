package io.contactpulse.launcher.backtest;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal: the first column and the last are texts, the others are numbers. As wide as it has to be. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    TextTable(String... headings) {
        add(headings);
    }

    void add(String... cells) {
        lines.add(Arrays.asList(cells));
    }

    void print(PrintWriter terminal) {
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                text.append(GAP).append(padded(line.get(column), column));
            }
            terminal.println(text.toString().stripTrailing());
        }
    }

    private String padded(String cell, int column) {
        String padding = " ".repeat(width(column) - cell.length());
        boolean isText = column == 0 || column == lines.get(0).size() - 1;
        return isText ? cell + padding : padding + cell;
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }
}
