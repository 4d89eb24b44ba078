/** A comparison that cannot be made; the message says what to type. */
export class ImpactError extends Error {
  /** Whether the call itself was not understood, so that the usage helps. */
  readonly isOfCall: boolean;

  constructor(message: string, isOfCall = false) {
    super(message);
    this.isOfCall = isOfCall;
  }
}
