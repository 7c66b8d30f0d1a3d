import { benches } from '../model/benches/index.js';
import type { Command } from './commands/command.js';
import type { Commands } from './commands/Commands.svelte.js';
import type { EditorSession } from './editor/EditorSession.svelte.js';
import { showTextActions, textActions } from './editor/text-actions.js';
import type { Playground } from './playground.svelte.js';
import { hardwareCommands, requestCommands, stepCommands, timeCommands } from './process-commands.js';
import { projectCommands } from './project-commands.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import { recordingCommands, travelCommands } from './travel-commands.js';
import type { Tour } from './tour/Tour.svelte.js';
import { type Area, areaBeside, focusArea } from './ui/areas.js';
import { mac } from './ui/mac.js';
import type { Theme, ThemeChoice } from './ui/theme.svelte.js';
import type { Tab } from './ui/Shell.svelte';
import type { Views } from './ui/views.svelte.js';

/** What the commands act on. */
export interface CommandPorts {
  readonly page: Playground;
  readonly editor: EditorSession;
  readonly runtime: Runtime;
  readonly theme: Theme;
  readonly views: Views;
  readonly tour: Tour;
  /** Where they are shown. */
  readonly commands: () => Commands;
}

/** Everything that the page can do, as it is now. */
export function pageCommands(ports: CommandPorts): readonly Command[] {
  const { page, runtime } = ports;
  return [
    ...runCommands(ports),
    ...requestCommands(page),
    ...timeCommands(page, runtime),
    ...travelCommands(page),
    ...recordingCommands(page),
    ...stepCommands(page),
    ...viewCommands(ports),
    ...textCommands(ports),
    ...hardwareCommands(page, (name) => void pressIn(ports, 'hardware', name)),
    ...benchCommands(page),
    ...libraryCommands(page),
    ...lessonCommands(page),
    ...projectCommands(page),
    ...exampleCommands(page),
    ...helpCommands(ports),
  ];
}

function runCommands({ page, runtime }: CommandPorts): readonly Command[] {
  const waits = runtime.status.type === 'waiting' || page.stuck !== null;
  return [
    {
      id: 'run',
      title: 'Run',
      group: 'Run',
      detail: 'What stands in the editor, from the beginning',
      keys: [{ key: 'Enter', mod: true }],
      run: () => void page.run(),
    },
    {
      id: 'stop',
      title: 'Stop the runtime',
      group: 'Run',
      unavailable: waits ? null : 'Only a runtime that does not answer has to be stopped: Halt ends the process.',
      run: () => runtime.stop(),
    },
    {
      id: 'seed',
      title: 'Change the seed',
      group: 'Run',
      detail: 'Noise and Math.random of the next run',
      unavailable: matchMedia('(max-width: 720px)').matches
        ? 'The seed stands in the status bar, for which this window is too narrow.'
        : null,
      run: () => document.getElementById('seed')?.focus(),
    },
  ];
}

const themes: readonly (readonly [ThemeChoice, string])[] = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'Theme of the system'],
];
const areaKeys: readonly (readonly [area: Area, letter: string, name: string])[] = [
  ['lesson', 'l', 'Lesson'],
  ['code', 'c', 'Code'],
  ['process', 'p', 'Process'],
  ['hardware', 'h', 'Hardware'],
  ['timeline', 't', 'Timeline'],
];

function viewCommands(ports: CommandPorts): readonly Command[] {
  const { editor, theme, views } = ports;
  const lessonIsOpen = ports.page.lessons.id !== null;
  const go = (area: Area) => void focusArea(area, { show: (tab) => showPane(ports, tab), focusCode: () => editor.focus() });
  return [
    ...areaKeys
      .filter(([area]) => area !== 'lesson' || lessonIsOpen)
      .map(([area, letter, name]): Command => ({
        id: `go-${area}`,
        title: `Go to ${name}`,
        group: 'View',
        keys: [{ key: letter, after: 'g' }],
        run: () => go(area),
      })),
    { id: 'next-area', title: 'Next part of the page', group: 'View', keys: [{ key: 'F6' }], run: () => go(areaBeside(1, views.operator)) },
    {
      id: 'previous-area',
      title: 'Previous part of the page',
      group: 'View',
      keys: [{ key: 'F6', shift: true }],
      run: () => go(areaBeside(-1, views.operator)),
    },
    {
      id: 'operator',
      title: views.operator ? 'Leave the operator view' : 'Operator view',
      group: 'View',
      detail: 'The process without its code, in large type',
      run: () => (views.operator = !views.operator),
    },
    {
      id: 'states',
      title: views.states ? 'Hide the states of the process' : 'Show the states of the process',
      group: 'View',
      detail: 'A picture of the states and what leads from one to another',
      run: () => {
        views.states = !views.states;
        if (views.states) showPane(ports, 'process');
      },
    },
    ...themes.map(([choice, title]): Command => ({
      id: `theme-${choice}`,
      title,
      group: 'View',
      checked: theme.choice === choice,
      run: () => theme.choose(choice),
    })),
  ];
}

function textCommands(ports: CommandPorts): readonly Command[] {
  const touch = matchMedia('(pointer: coarse)').matches;
  return [...showTextActions(ports.editor), ...textActions(ports.editor, touch)].map(({ id, label, keys, detail, run }) => {
    const said = detail ?? keys?.[mac ? 1 : 0];
    return {
      id: `text-${id}`,
      title: label,
      group: 'Text',
      ...(said === undefined ? {} : { detail: said }),
      run: () => {
        showPane(ports, 'code');
        run();
      },
    };
  });
}

function benchCommands(page: Playground): readonly Command[] {
  return benches.map(({ name, label, summary }) => ({
    id: `bench-${name}`,
    title: `Bench: ${label}`,
    group: 'Bench',
    detail: summary,
    checked: page.bench.chosen === name,
    run: () => page.bench.choose(name),
  }));
}

function libraryCommands({ library }: Playground): readonly Command[] {
  return [
    {
      id: 'course',
      title: 'Learn: the course',
      group: 'Examples',
      detail: 'Lessons, from the first process on',
      run: () => library.show('course'),
    },
    {
      id: 'gallery',
      title: 'Gallery of examples',
      group: 'Examples',
      detail: 'With pictures and search, and the code blocks of the document',
      run: () => library.show('gallery'),
    },
  ];
}

function lessonCommands({ lessons }: Playground): readonly Command[] {
  const { current } = lessons;
  if (current === null) return [];
  const { next } = current;
  return [
    {
      id: 'lesson-check',
      title: 'Check',
      group: 'Lesson',
      detail: 'Whether your process does what the goal of the lesson says',
      keys: [{ key: 'Enter', mod: true, shift: true }],
      run: () => void current.check(),
    },
    {
      id: 'lesson-hint',
      title: 'Show hint',
      group: 'Lesson',
      unavailable: current.moreHints > 0 ? null : 'There are no more hints in this lesson: compare your text with the solution.',
      run: () => current.hint(),
    },
    { id: 'lesson-solution', title: 'Compare with the solution', group: 'Lesson', run: () => (current.solution = true) },
    {
      id: 'lesson-next',
      title: next === null ? 'Next lesson' : `Next lesson: ${next.title}`,
      group: 'Lesson',
      unavailable: next === null ? 'This is the last lesson of the course.' : null,
      run: () => next && void lessons.open(next.id),
    },
    { id: 'lesson-reset', title: 'Reset the lesson', group: 'Lesson', run: () => current.reset() },
    { id: 'lesson-close', title: 'Close lesson', group: 'Lesson', run: () => lessons.close() },
  ];
}

function exampleCommands(page: Playground): readonly Command[] {
  return page.examples.map(({ id, label, detail, checked }) => ({
    id: `example-${id}`,
    title: `Open example: ${label}`,
    group: 'Examples',
    ...(detail === undefined ? {} : { detail }),
    checked: checked === true,
    run: () => void page.open(id),
  }));
}

function helpCommands({ page, commands, tour, views }: CommandPorts): readonly Command[] {
  return [
    {
      id: 'palette',
      title: 'Show all commands',
      group: 'Help',
      keys: [{ key: 'k', mod: true }],
      run: () => {
        void page.loadExamples();
        commands().show('palette');
      },
    },
    {
      id: 'tour',
      title: 'Take the tour',
      group: 'Help',
      detail: 'A first look at the page in four stops',
      run: () => {
        views.operator = false;
        tour.show();
      },
    },
    { id: 'help', title: 'Help and keys', group: 'Help', keys: [{ key: '?' }], run: () => commands().show('help') },
  ];
}

/** Brings a pane into sight: out of the operator view, and on a narrow page in front. */
function showPane({ page, views }: CommandPorts, tab: Tab): void {
  views.operator = false;
  page.tab = tab;
}

/** Presses a button of a part of the page by its name, with the focus on it: a dialog that it opens gives the focus back there. */
async function pressIn(ports: CommandPorts, area: Tab, name: string): Promise<void> {
  await focusArea(area, { show: (tab) => showPane(ports, tab), focusCode: () => undefined });
  const button = document.querySelector<HTMLElement>(`#${area} button[aria-label="${CSS.escape(name)}"]`);
  button?.focus();
  button?.click();
}
