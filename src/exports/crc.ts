/** Of CRC-32 as gzip and PNG have it; polynomials have the coefficient of x⁰ in their highest bit. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
const X = 0x40000000;

/**
 * The CRC-32 of two runs of bytes, one behind the other, from the CRC-32 of each and the length of the second: the first is
 * multiplied by x to the power of that many bits, modulo the polynomial, and the second added.
 */
export function joinCrc(first: number, second: number, secondBytes: number): number {
  return (multiply(first, raiseX(8 * secondBytes)) ^ second) >>> 0;
}

/** x to a power, by squaring. */
function raiseX(power: number): number {
  let [result, square] = [ONE, X];
  for (let left = power; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >>> bit) & 1) product ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
  }
  return product >>> 0;
}
