import type { Failure } from '../../../model/failure.js';
import type { Json } from '../../../model/json.js';
import type { Place, Range } from '../../../model/place.js';
import type { SuspensionFrame } from '../../../model/suspension.js';
import { type DataType, checkValue } from '../../data/index.js';
import type { ProcessContext } from '../../process/context.js';
import type { ErrorDescription, Points, Program } from '../../process/program.js';
import { type Task, noSite } from '../../task/index.js';
import type { CallPlaces } from './call-places.js';
import { describeError } from './describe-error.js';
import type { ErrorTrail } from './error-trail.js';
import { type Positions, placeOf } from './positions.js';
import type { ProcessExports } from './process-exports.js';
import { framesOf } from './source-name.js';

/** A process that was written in TypeScript, as its owner sees it. */
export class TypeScriptProgram implements Program {
  readonly language = 'typescript';
  readonly warnings: readonly Failure[] = [];

  constructor(
    private readonly process: ProcessExports,
    private readonly positions: Positions,
    private readonly trail: ErrorTrail,
    private readonly calls: CallPlaces,
  ) {}

  get name(): string {
    return this.process.name;
  }

  get data(): DataType | null {
    return this.process.data;
  }

  get points(): Points {
    return this.process.points;
  }

  get asynchronous(): boolean {
    return this.process.asynchronous;
  }

  get guards(): readonly Range[] {
    return this.positions.guards;
  }

  duration(data: unknown): unknown {
    return this.process.duration?.(data);
  }

  importPoint(raw: Json): unknown {
    const { points, importPoint } = this.process;
    let point: unknown = raw;
    if (points !== null && 'type' in points) {
      const checked = checkValue(points.type, raw);
      if (!checked.ok) throw new RangeError(checked.problems.map(({ message }) => message).join(' '));
      point = checked.value;
    }
    return importPoint === null ? point : importPoint(point);
  }

  start(data: unknown, context: ProcessContext): unknown {
    return this.process.start(data, context);
  }

  describe(error: unknown): ErrorDescription {
    return describeError(error, this.positions, this.trail);
  }

  here(): Place | null {
    return hereIn(this.positions);
  }

  startOf(task: Task<unknown>): Place | null {
    return this.calls.of(task);
  }

  frame(task: Task<unknown>): Omit<SuspensionFrame, 'kind'> | null {
    if (task.functionId < 0 || task.site === noSite) return null;
    const site = this.positions.site(task.site);
    if (site === null) return null;
    const { line, column, endLine, endColumn } = site;
    return { function: this.positions.nameOf(site.functionId), line, column, endLine, endColumn };
  }
}

/** Where the code of the process that is being executed stands; `null` when none is. */
function hereIn(positions: Positions): Place | null {
  for (const position of framesOf(new Error().stack)) {
    const frame = positions.frame(position);
    if (frame !== null) return placeOf(frame);
  }
  return null;
}
