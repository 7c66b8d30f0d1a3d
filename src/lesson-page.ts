import type { Workspace } from './files/Workspace.svelte.js';
import type { LessonsPort } from './lessons/lessons-port.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import type { RunsPage } from './runs-page.svelte.js';
import type { Tab } from './ui/Shell.svelte';

/** What lessons need of the page around them. */
export interface LessonPagePort {
  readonly runtime: Runtime;
  readonly workspace: Workspace;
  readonly runs: RunsPage;
  /** Brings a pane into sight, where not all of them are. */
  bringForward(tab: Tab): void;
  openExample(id: string): void;
}

/** Joins lessons to the editor's texts, the runtime and the runs. */
export function lessonsPort({ runtime, workspace, runs, bringForward, openExample }: LessonPagePort): LessonsPort {
  return {
    get opened() {
      return workspace.example.id;
    },
    get texts() {
      return workspace.work.texts;
    },
    get bench() {
      return workspace.bench;
    },
    open: (start, message) => workspace.open(start, message),
    put: (texts, message) => workspace.show({ ...workspace.work, texts }, message),
    reset: (message) => workspace.reset(message),
    speed: (speed) => void runtime.clock({ type: 'speed', speed }),
    check: (options) => runtime.checks.run(options),
    endCheck: () => runtime.checks.end(),
    async show(recording, name, at) {
      workspace.mark();
      const problem = await runs.visit(recording, name, at);
      if (problem === null) bringForward('process');
      return problem;
    },
    back: () => runs.leave(),
    get visiting() {
      return runs.visiting;
    },
    reveal(place) {
      bringForward('code');
      workspace.go(place);
    },
    openExample,
    bringForward: () => bringForward('lesson'),
    tell: (message) => workspace.tell(message),
  };
}
