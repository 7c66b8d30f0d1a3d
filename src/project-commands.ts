import type { Command } from './commands/command.js';
import type { Playground } from './playground.svelte.js';

/** The projects of a person: what they wrote, kept in the browser. */
export function projectCommands({ projects }: Playground): readonly Command[] {
  const { current } = projects;
  const unavailable = projects.shelf.problem;
  const none = unavailable ?? (current === null ? 'Nothing was written yet: what stands here is an example.' : null);
  return [
    {
      id: 'projects',
      title: 'Projects…',
      group: 'Projects',
      detail: 'What you wrote: open, rename, export',
      keys: [{ key: 'o', after: 'g' }],
      run: () => projects.show(),
    },
    { id: 'new-project', title: 'New project', group: 'Projects', unavailable, run: () => void projects.create() },
    {
      id: 'project-history',
      title: 'History of this project',
      group: 'Projects',
      detail: 'How it once was, beside how it is',
      unavailable: none,
      run: () => {
        if (current) void projects.history(current);
      },
    },
    {
      id: 'duplicate-project',
      title: 'Duplicate this project',
      group: 'Projects',
      unavailable: none,
      run: () => {
        projects.show();
        if (current) void projects.duplicate(current);
      },
    },
    {
      id: 'export-projects',
      title: 'Export all projects',
      group: 'Projects',
      detail: 'With their history, as a zip file',
      unavailable,
      run: () => {
        projects.show();
        void projects.export(projects.shelf.list, 'process-playground-projects');
      },
    },
    // The other projects can be opened from here, too.
    ...projects.shelf.list
      .filter((project) => project !== current)
      .map((project): Command => ({
        id: `project-${project.id}`,
        title: `Open project: ${project.name}`,
        group: 'Projects',
        run: () => projects.open(project),
      })),
  ];
}
