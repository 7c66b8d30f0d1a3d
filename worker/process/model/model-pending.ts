export type NewData = { readonly data: unknown; readonly point: unknown };
export type NewPoint = { readonly point: unknown };

/** The requests of a process of the model that are not settled yet (1.5). */
export class Pending {
  swap: NewData | null = null;
  jump: NewPoint | null = null;
  /** `carried`: of the instance before, until this one says that it can pause. */
  pause: 'none' | 'pending' | 'raised' | 'carried' = 'none';
  /** In a `checkpoint()`, paused. */
  sitting = false;
  halted = false;

  get form(): string {
    if (this.halted) return 'halting';
    if (this.swap !== null) return 'swapping';
    if (this.jump !== null) return 'jumping';
    if (this.sitting) return 'paused';
    return this.pauseDue ? 'pausing' : 'normal';
  }
  get pauseDue(): boolean {
    return this.pause === 'pending' || this.pause === 'raised';
  }
  get view(): { readonly pause: boolean; readonly jump: boolean; readonly swap: boolean } {
    return { pause: this.pause !== 'none' && this.form !== 'paused', jump: this.jump !== null, swap: this.swap !== null };
  }

  clear(): void {
    this.swap = this.jump = null;
    this.pause = 'none';
    this.sitting = false;
  }
  carryPause(): void {
    this.sitting = false;
    if (this.pause !== 'none') this.pause = 'carried';
  }
}
