package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An AI agent's turns: a turn begins when the agent leaves Idle, and ends when it is idle again or fails. */
final class AiEpisodes {
    private static final Condition WORKING = Condition.plain("CUSTOM");

    private AiEpisodes() {}

    private record Turn(Instant start, Optional<Instant> responseAt, Optional<Instant> end) {

        /** Waiting for a response is over with the response, and without one with the turn. */
        Optional<Instant> cycleEnd(Optional<Instant> shiftEnd) {
            return responseAt.or(() -> end).or(() -> shiftEnd);
        }
    }

    static Stream<Episode> of(Shift shift) {
        List<Turn> turns = turns(shift);
        Stream<Episode> cycles = turns.stream().map(turn -> {
            Growth growth = Growth.since(turn.start());
            return episode("cycleSeconds", turn.start(), turn.cycleEnd(shift.end()), growth);
        });
        return Stream.concat(cycles, withoutResponse(shift, turns).stream());
    }

    private static List<Turn> turns(Shift shift) {
        List<Turn> turns = new ArrayList<>();
        Optional<Turn> running = Optional.empty();
        boolean idle = false;
        for (Moment moment : shift.moments()) {
            boolean isOver = moment.isIn("AVAILABLE") || moment.isIn("ERROR");
            if (running.isPresent() && isOver) {
                turns.add(new Turn(running.get().start(), running.get().responseAt(), Optional.of(moment.at())));
                running = Optional.empty();
            } else if (running.isEmpty() && idle && !isOver) {
                running = Optional.of(new Turn(moment.at(), Optional.empty(), Optional.empty()));
            }
            running = running.map(turn -> isResponding(moment) ? responding(turn, moment.at()) : turn);
            idle = moment.isIn("AVAILABLE");
        }
        running.ifPresent(turns::add);
        return turns;
    }

    private static Turn responding(Turn turn, Instant at) {
        return new Turn(turn.start(), turn.responseAt().or(() -> Optional.of(at)), turn.end());
    }

    private static List<Episode> withoutResponse(Shift shift, List<Turn> turns) {
        List<Episode> rows = new ArrayList<>();
        List<Turn> row = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.responseAt().isEmpty()) {
                turn.end().ifPresent(end -> row.add(turn));
            } else if (!row.isEmpty()) {
                rows.add(unanswered(row, turn.responseAt()));
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            rows.add(unanswered(row, shift.end()));
        }
        return rows;
    }

    private static Episode unanswered(List<Turn> row, Optional<Instant> end) {
        List<Instant> ends = row.stream().flatMap(turn -> turn.end().stream()).toList();
        return episode("cyclesWithoutResponse", row.get(0).start(), end, Growth.counted(ends));
    }

    private static boolean isResponding(Moment moment) {
        return moment.condition().customStatus().filter("Responding"::equals).isPresent();
    }

    private static Episode episode(String measure, Instant start, Optional<Instant> end, Growth growth) {
        return new Episode(measure, Optional.empty(), WORKING, start, start, end, growth);
    }
}
