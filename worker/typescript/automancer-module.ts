import { Diagnostic, GenericDiagnostic, RuntimeAnalysis } from '../process/diagnostics.js';
import { Effect, FileCreatedEffect, GenericEffect } from '../process/effects.js';
import { JumpRequest, PauseRequest, ProcessException, ProcessFailureError, SwapRequest } from '../process/requests.js';
import { DatetimeTerm, DurationTerm } from '../process/terms.js';
import { Quantity, QuantityError, parseQuantity, quantityOf } from '../quantity/index.js';
import { type EventLoop, helpers } from '../task/index.js';
import { futureOf, futuresOf } from './arguments.js';
import { dataTypes } from './data-types.js';
import { defineProcess } from './define-process.js';
import { instanceTest } from './instance-test.js';

type Automancer = typeof import('automancer');

/** The module `automancer` of one run. The compiler holds it to its declaration (api/automancer.d.ts). */
export function createAutomancer(loop: EventLoop): Automancer {
  return {
    ...dataTypes,
    Quantity: instanceTest(Quantity),
    QuantityError,
    quantityOf,
    parseQuantity,
    q: parseQuantity,
    now: () => loop.clock.seconds,

    defineProcess,
    ProcessException,
    PauseRequest,
    JumpRequest,
    SwapRequest,
    ProcessPauseRequest: PauseRequest,
    ProcessJumpRequest: JumpRequest,
    ProcessSwapRequest: SwapRequest,
    ProcessFailureError,
    Diagnostic,
    GenericDiagnostic,
    RuntimeAnalysis,
    Effect,
    GenericEffect,
    FileCreatedEffect,
    DurationTerm,
    DatetimeTerm,

    shield: (awaitable) => helpers.automancerShield(loop, futureOf(loop, awaitable, 'am.shield()')),
    race: ((...awaitables: readonly PromiseLike<unknown>[]) =>
      helpers.race(loop, futuresOf(loop, awaitables, 'am.race()'))) as Automancer['race'],
    waitAll: ((...awaitables: readonly PromiseLike<unknown>[]) =>
      helpers.waitAll(loop, futuresOf(loop, awaitables, 'am.waitAll()'))) as Automancer['waitAll'],
    tryAll: ((...awaitables: readonly PromiseLike<unknown>[]) =>
      helpers.tryAll(loop, futuresOf(loop, awaitables, 'am.tryAll()'))) as Automancer['tryAll'],
    cancelTask: (...tasks) => helpers.cancelTask(loop, futuresOf(loop, tasks, 'am.cancelTask()')),
  };
}
