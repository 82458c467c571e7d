package io.contactpulse.launcher.replay;

/** Reads the recordings, brings their records into order, runs the job over them and puts its outputs in place. */
final class Replay {
    private final ReplayRequest request;
    private final Progress progress;

    Replay(ReplayRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    ReplaySummary run() throws Exception {
        try (Workspace workspace = Workspace.beside(request.out())) {
            OrderedRecords records =
                    new Ordering(request.job(), request.inputs(), request.now(), progress).into(workspace);
            TableFiles tables = new TableFiles(workspace.newFolder("tables"));
            new JobRun(records, workspace.scratch(), progress)
                    .execute(request.job().name(), request.prepared(), tables);
            ReplaySummary summary = ReplaySummary.of(request, records.end(), records.counts(), tables);
            workspace.publish(tables.folder(), request.out());
            return summary;
        }
    }
}
