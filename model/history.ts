/** How the values of a device went over a whole run: for a plot, or to find when one of them was as wanted. */
export interface DeviceHistory {
  /** Of the nodes that can be read, in their order. */
  readonly series: readonly NodeHistory[];
}

export interface NodeHistory {
  readonly path: string;
  /**
   * `[virtual seconds, value]`, oldest first, bounded; `null`: from here on there is no value for a while. A number is in the unit of the
   * node; a boolean is 0 or 1; one of several cases is its place among them, from 0.
   */
  readonly samples: readonly (readonly [seconds: number, value: number | null])[];
}
