import type { ClaimOwner, DeviceView, NodeView } from '../../model/devices.js';
import type { FaultView } from '../../model/faults.js';
import { durationText } from '../../model/time-text.js';
import { valueText } from '../../model/value-text.js';

/** What heads a card: the value of its headline; of one of several switches it would tell little, there it is what the device does. */
export function headText(headline: NodeView, activity: string): string {
  return headline.spec.type === 'boolean' && activity !== '' ? activity : valueText(headline, headline.value);
}

/** The node that says what a value is to be: itself, or a setting in the same unit; what lies in a device is no setting. */
export function setpointOf(headline: NodeView, nodes: readonly NodeView[]): NodeView | undefined {
  if (headline.writable) return headline;
  const unit = ({ spec }: NodeView): string => (spec.type === 'numeric' ? spec.unit : spec.type);
  return nodes.find(
    (node) => node.writable && node.byHand !== true && node.spec.type === headline.spec.type && unit(node) === unit(headline),
  );
}

/** Connection in words: `connected`, or for how long it has been gone. `now` in virtual seconds. */
export function connectionText(device: DeviceView, now: number): string {
  if (device.connected) return 'connected';
  const seconds = Math.max(0, Math.floor(now - device.connectedSince + 1e-6));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `disconnected ${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** How long a fault still lasts: `00:12 left`, or `until it is ended`. `now` in virtual seconds. */
export function lastsText({ until }: FaultView, now: number): string {
  if (until === null) return 'until it is ended';
  const seconds = Math.max(0, Math.ceil(until - now - 1e-6));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)} left`;
}

/** Who holds a device, in words, or the empty string. */
export function claimText(nodes: readonly NodeView[]): string {
  const claims = nodes.map((node) => node.claim).filter((claim): claim is NonNullable<ClaimOwner> => claim !== null);
  const claim = claims.find((candidate) => candidate.type === 'user') ?? claims[0];
  if (!claim) return '';
  return claim.type === 'user' ? 'claimed by you' : `claimed by ${claim.name}`;
}

/** What the curve beside a value shows, for those who do not see it. */
export function curveText(node: NodeView, history: DeviceView['history']): string {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return '';
  const span = durationText(last[0] - first[0]);
  return `${node.label} over the last ${span}: from ${valueText(node, first[1])} to ${valueText(node, last[1])}.`;
}

/** A name as it stands within a sentence: `syringe pump`, but `XY stage`. */
export function withinSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
