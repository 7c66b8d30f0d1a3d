/** How the numbers of a device went over a whole run, for a plot. */
export interface DeviceHistory {
  /** Of the nodes that are numbers and can be read, in their order. */
  readonly series: readonly NodeHistory[];
}

export interface NodeHistory {
  readonly path: string;
  /** `[virtual seconds, value in the unit of the node]`, oldest first, bounded; `null`: from here on there is no value for a while. */
  readonly samples: readonly (readonly [seconds: number, value: number | null])[];
}
