/** Something cannot be verified at all; the message says what to do. */
export class VerifyError extends Error {}
