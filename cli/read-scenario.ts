import * as v from 'valibot';
import type { BenchDescription } from '../model/bench.js';
import { benchNamed, defaultBench } from '../model/benches/index.js';
import { ambientNode } from '../model/control.js';
import type { DeviceView } from '../model/devices.js';
import { faultProblem } from '../model/faults.js';
import { problem } from '../model/files/problem.js';
import { faultOf, scenarioFrom, type ScenarioInput, scenarioShape } from '../model/files/scenario-shape.js';
import { isServiceFault } from '../model/files/service-fault.js';
import { emptyScenario, type Scenario } from '../model/scenario.js';
import { VirtualClock } from '../worker/clock/virtual-clock.js';
import { Bench } from '../worker/hardware/index.js';
import { EventLoop } from '../worker/task/index.js';

/** A scenario file that cannot be used: one sentence with the path of the wrong member. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** Reads the text of a scenario. Raises `ScenarioError`. */
export function readScenario(text: string, bench: BenchDescription | null = null): Scenario {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`The scenario is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return scenarioOf(raw, bench);
}

/** Reads a scenario that has been parsed already, for a bench that it does not name. Raises `ScenarioError`. */
export function scenarioOf(raw: unknown, own: BenchDescription | null = null): Scenario {
  if (Array.isArray(raw)) throw new ScenarioError('The scenario is wrong: it must be an object, not a list.');
  const result = v.safeParse(scenarioShape, raw);
  if (!result.success) throw new ScenarioError(problem(result.issues[0], 'the scenario'));
  const { output } = result;
  if (output.acts !== undefined && (output.requests ?? output.faults ?? output.controls) !== undefined)
    throw new ScenarioError(
      'The member acts of the scenario is wrong: it stands instead of requests, faults and controls, not beside them.',
    );
  const bench = own ?? benchNamed(output.bench ?? emptyScenario.bench) ?? defaultBench;
  const devices = viewsOf(bench);
  const nodes = devices.flatMap((device) => device.nodes.map(({ path }) => path));
  const faultsGiven = output.faults ?? [];
  const names = devices.map(({ id }) => id);
  checkNames(
    'faults',
    'device',
    faultsGiven.map((one) => (isServiceFault(one) ? undefined : one.device)),
    bench,
    names,
  );
  checkNames(
    'faults',
    'node',
    faultsGiven.map((one) => (isServiceFault(one) ? undefined : one.node)),
    bench,
    nodes,
  );
  checkNames(
    'controls',
    'node',
    (output.controls ?? []).map(({ node }) => node),
    bench,
    [...nodes, ambientNode.path],
  );
  faultsGiven.forEach((raw, index) => {
    const wrong = isServiceFault(raw) ? null : wrongFault(raw, devices);
    if (wrong !== null) throw new ScenarioError(`The member faults[${index}] of the scenario is wrong: the fault ${wrong}.`);
  });
  return scenarioFrom(output, bench.name);
}

const kinds = { device: 'the name of a device', node: 'the path of a node' };

/** Faults and what is done by hand are about what stands on the bench. */
function checkNames(
  list: string,
  member: keyof typeof kinds,
  given: readonly (string | undefined)[],
  bench: BenchDescription,
  known: readonly string[],
): void {
  const wrong = given.findIndex((name) => name !== undefined && !known.includes(name));
  if (wrong === -1) return;
  const where = `The member ${list}[${wrong}].${member} of the scenario is wrong`;
  throw new ScenarioError(`${where}: it must be ${kinds[member]} on the bench ${bench.name}, one of ${known.join(', ')}.`);
}

/** Its devices as they stand before a run. */
function viewsOf(bench: BenchDescription): readonly DeviceView[] {
  return new Bench(new EventLoop(new VirtualClock()), bench, { seed: 1 }).views();
}

/** Why a fault does not fit what stands on the bench; `null`: it does. */
function wrongFault(
  raw: Exclude<NonNullable<ScenarioInput['faults']>[number], { service: unknown }>,
  devices: readonly DeviceView[],
): string | null {
  return raw.device === undefined && raw.node === undefined ? 'needs a device or a node' : faultProblem(devices, faultOf(raw));
}
