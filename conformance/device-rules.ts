/**
 * The rules of section 7 of the process semantics, the model of devices, each with the tests that show it: the file, and how the title of
 * the test begins, or the rule that the scenario names. 7.6 is not here: a protocol declares no values of devices, its processes write them.
 */
export const deviceRules: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  '7.1 a path that leads nowhere finds nothing': [[hardware('bench'), 'find no node that does not exist']],
  '7.1 the connection is told when it changes, and only then': [[hardware('watcher'), 'is told of a connection only when that changes']],
  '7.1 those who listen hear of connection, ownership, target and value': [
    [hardware('writer'), 'tells of targets, values and its status in order'],
    [hardware('watcher'), 'tells only of what it was asked for, and of what a person does'],
  ],
  '7.2 never read is not off': [[hardware('bench'), 'tells a node that was never read from one that is off']],
  '7.2 a range holds something, and a resolution rounds within it': [
    [hardware('value-kind'), 'a range has to hold something'],
    [hardware('value-kind'), 'a number is rounded to what the device can tell, once its range is checked'],
  ],
  '7.2 numbers, booleans and cases': [
    [hardware('value-kind'), 'a boolean takes no substitute'],
    [hardware('value-kind'), 'a case is given by its id, and the nearest one is suggested'],
  ],
  '7.2 [R] the range is enforced when a value is written': [
    ['conformance/scenarios/devices/7.2-out-of-range.yaml', '7.2'],
    [hardware('bench'), 'takes both bounds of the range, kelvin and fahrenheit'],
    [hardware('manual-control'), 'changes what lies in a device or on it at once and without a claim, within its range'],
  ],
  '7.2 null only where a node can be off': [['conformance/scenarios/devices/97-null.yaml', 'scenario 97']],
  '7.3 one request at a time, and only while connected': [
    [hardware('bench'), 'answers one request at a time'],
    [hardware('bench'), 'does not read from a disconnected device, and loses what is under way when the cable is pulled'],
  ],
  '7.3 every reading is told, as its time is new': [[hardware('watcher'), 'tells of every value of a polled node']],
  '7.3 a reading has the time half of the way': [
    [hardware('watching'), 'bears the time at which the device took the value, half of the way back'],
  ],
  '7.3 pushed, polled at an interval less what the answer took, or read once per connection': [
    [hardware('watching'), 'is read when watching begins and whenever the device says so'],
    [hardware('watching'), 'is read at its interval, counted from request to request'],
    [hardware('watching'), 'is read once per connection, however many watch'],
  ],
  '7.3 polled only while somebody watches and it is connected': [
    ['conformance/scenarios/devices/98-polling.yaml', 'scenario 98'],
    [hardware('watching'), 'is not read while nobody watches'],
    [hardware('watching'), 'is not read while it is disconnected, and again once it is back'],
  ],
  '7.3 watching is complete after the first observation': [
    [hardware('watching'), 'has its first observation at once for those who come later, unless it is out of date'],
  ],
  '7.3 a watcher has one event per turn': [[hardware('watcher'), 'has one event for all that changes in a turn, each once']],
  '7.3 [R] events are first in, first out': [
    [hardware('watcher'), 'gives its events first in first out, also when nobody waits for them'],
    ['conformance/scenarios/devices/7.3-watching.yaml', '7.3'],
  ],
  '7.4 a target is kept, and settled means that there is nothing more to try': [
    ['conformance/scenarios/devices/95-disconnected.yaml', 'scenario 95'],
    [hardware('writer'), 'keeps what is wanted while the device is disconnected: settled, with an error, and written on its return'],
  ],
  '7.4 what is there already is not written': [[hardware('writer'), 'does not write what is there already']],
  '7.4 [R] the error stands beside the node': [
    [hardware('writer'), 'raises what the device says, keeps it beside the node, and tries again when the value is seen again'],
  ],
  '7.4 the target is written again after a reconnection': [[hardware('bench'), 'writes the target again after every reconnection']],
  '7.4 what drifts is written again': [
    ['conformance/scenarios/devices/99-drift.yaml', 'scenario 99'],
    [hardware('writer'), 'writes a value that drifts away again, at the next poll'],
  ],
  '7.4 [R] a failure stays with its node': [[hardware('writer'), 'keeps even a defect of a device to its node']],
  '7.4 nothing is to be done before anything is wanted': [[hardware('writer'), 'has nothing to do before it is told what is wanted']],
  '7.5 one owner and a queue, first in first out': [
    [hardware('claim-queue'), 'go to the first who asks, then to the others in the order in which they asked'],
  ],
  '7.5 who is overridden goes to the end of the queue': [
    [hardware('claim-queue'), 'put who is overridden at the end of the queue'],
    [hardware('claim-queue'), 'go back through several people to the process'],
  ],
  '7.5 a claim is released once, and gaining and losing it can be waited for': [
    [hardware('claim-queue'), 'cannot be released twice'],
    [hardware('claim-queue'), 'can be waited for, and their loss'],
  ],
  '7.5 [R] a claim ends with the step that made it': [
    ['conformance/scenarios/devices/7.5-claims.yaml', '7.5'],
    [hardware('bench'), 'claims a node by writing it, until the process ends'],
  ],
  '7.5 [R] a process warns when it loses a node to a person, does not write meanwhile, and writes its target again': [
    ['conformance/scenarios/devices/93-manual-override.yaml', 'scenario 93'],
    [hardware('bench'), 'waits with writing while a person has control'],
  ],
  '7.5 [R] a node of another process is an error': [
    [hardware('bench'), 'fails when it needs a node of another process'],
    ['conformance/scenarios/protocols/7.5-contention.yaml', '7.5'],
  ],
  '7.7 faults of a node': [['conformance/scenarios/devices/7.7-faults.yaml', '7.7']],
};

function hardware(name: string): string {
  return `worker/hardware/${name}.test.ts`;
}
