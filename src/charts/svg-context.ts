import { ASCENT, DESCENT, measureText } from './font.ts';
import { ANCHORS, escapeXml, getBaselineShift, parseFont, roundLength } from './svg-text.ts';

/**
 * The part of a canvas's 2D context that our drawing uses, and Chart.js where a test compares the two, writing SVG.
 * Text stays text. Whatever is not supported throws: a method that is missing, a property that is not declared, a letter
 * the font lacks. The same calls give the same bytes: one decimal, no ids.
 */
export class SvgContext {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  lineDashOffset = 0;
  miterLimit = 10;
  globalAlpha = 1;
  font = '10px sans-serif';
  /** Text is measured without it; whoever shows the drawing sets `font-kerning: none`. */
  fontKerning: CanvasFontKerning = 'none';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly canvas: { width: number; height: number; getContext: () => SvgContext };

  #dash: readonly number[] = [];
  #origin = { x: 0, y: 0 };
  #path: string[] = [];
  #saved: SavedState[] = [];
  #parts: string[] = [];

  /** `width` and `height` in pixels, as a canvas has them. */
  constructor(width: number, height: number) {
    this.canvas = { width, height, getContext: () => this };
    // A property that is set and not declared above would otherwise be lost without a word.
    Object.preventExtensions(this);
  }

  /** What was drawn, as the inside of an svg element. */
  getMarkup(): string {
    return this.#parts.join('');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset } = this;
    const { miterLimit, globalAlpha, font, textAlign, textBaseline } = this;
    const state = { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset, miterLimit, globalAlpha };
    this.#saved.push({ state: { ...state, font, textAlign, textBaseline }, dash: this.#dash, origin: this.#origin });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    Object.assign(this, saved.state);
    this.#dash = saved.dash;
    this.#origin = saved.origin;
  }

  translate(x: number, y: number): void {
    this.#origin = { x: this.#origin.x + x, y: this.#origin.y + y };
  }

  /** Pictures of text need no scale: only where a canvas begins is set anew. */
  setTransform(a: number, b: number, c: number, d: number, x: number, y: number): void {
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1) throw new Error('SvgContext neither scales nor turns');
    this.#origin = { x, y };
  }

  /** Thai is not read on its side: labels are never turned. */
  rotate(angle: number): void {
    if (angle !== 0) throw new Error(`SvgContext does not turn text (${angle})`);
  }

  resetTransform(): void {
    this.#origin = { x: 0, y: 0 };
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  getLineDash(): number[] {
    return [...this.#dash];
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${this.#at(x, y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${this.#at(x, y)}`);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path.push(`C${this.#at(x1, y1)} ${this.#at(x2, y2)} ${this.#at(x, y)}`);
  }

  closePath(): void {
    this.#path.push('Z');
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${this.#at(x, y)}H${this.#x(x + width)}V${this.#y(y + height)}H${this.#x(x)}Z`);
  }

  /** A circle or a part of one, clockwise; as two arcs where it is whole, for SVG has no arc of 360°. */
  arc(x: number, y: number, radius: number, start: number, end: number, isCounter = false): void {
    const turn = end - start;
    if (isCounter || turn < 0) throw new Error('SvgContext draws arcs clockwise only');
    const point = (angle: number) => this.#at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const size = `${roundLength(radius)} ${roundLength(radius)} 0`;
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${point(start)}`);
    if (turn < Math.PI * 2 - 1e-6) this.#path.push(`A${size} ${turn > Math.PI ? 1 : 0} 1 ${point(end)}`);
    else this.#path.push(`A${size} 0 1 ${point(start + Math.PI)}A${size} 0 1 ${point(start)}Z`);
  }

  /**
   * Chart.js holds the labels of an axis inside the axis's own box, which is laid out to hold them. SVG would need an
   * id for each, and would cut marks above tall Thai letters for nothing.
   */
  clip(): void {}

  fill(): void {
    this.#draw(`d="${this.#path.join('')}" fill="${escapeXml(this.fillStyle)}"`);
  }

  stroke(): void {
    this.#draw(`d="${this.#path.join('')}" fill="none"${this.#getStroke()}`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const [left, top] = [Math.min(x, x + width), Math.min(y, y + height)];
    const size = `width="${roundLength(Math.abs(width))}" height="${roundLength(Math.abs(height))}"`;
    this.#parts.push(
      `<rect x="${this.#x(left)}" y="${this.#y(top)}" ${size} fill="${escapeXml(this.fillStyle)}"${this.#getAlpha()}/>`,
    );
  }

  /** Clears the whole drawing; a part of it cannot be taken away again. */
  clearRect(x: number, y: number, width: number, height: number): void {
    if (x > 0 || y > 0 || width < this.canvas.width || height < this.canvas.height) {
      throw new Error('SvgContext cannot take away a part of what it has drawn');
    }
    this.#parts = [];
  }

  measureText(text: string): { width: number; actualBoundingBoxAscent: number; actualBoundingBoxDescent: number } {
    const { size, weight } = parseFont(this.font);
    const width = measureText(text, size, weight);
    return { width, actualBoundingBoxAscent: size * ASCENT, actualBoundingBoxDescent: size * DESCENT };
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, ` fill="${escapeXml(this.fillStyle)}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, ` fill="none"${this.#getStroke()}`);
  }

  #write(text: string, x: number, y: number, paint: string): void {
    if (text.trim() === '') return;
    const { size, weight } = parseFont(this.font);
    // Throws here for what cannot be drawn, wherever the text is set to.
    measureText(text, size, weight);
    const baseline = y + getBaselineShift(this.textBaseline) * size;
    const bold = weight === 600 ? ' font-weight="600"' : '';
    const anchor = ANCHORS[this.textAlign];
    if (anchor === undefined) throw new Error(`SvgContext has no textAlign ${this.textAlign}`);
    this.#parts.push(
      `<text x="${this.#x(x)}" y="${this.#y(baseline)}" font-size="${roundLength(size)}"${bold}${anchor}${paint}${this.#getAlpha()}>${escapeXml(text)}</text>`,
    );
  }

  #draw(attributes: string): void {
    if (this.#path.length > 0) this.#parts.push(`<path ${attributes}${this.#getAlpha()}/>`);
  }

  #getStroke(): string {
    const dash = this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.map(roundLength).join(' ')}"`;
    const offset = this.lineDashOffset === 0 ? '' : ` stroke-dashoffset="${roundLength(this.lineDashOffset)}"`;
    const width = this.lineWidth === 1 ? '' : ` stroke-width="${roundLength(this.lineWidth)}"`;
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${escapeXml(this.lineCap)}"`;
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${escapeXml(this.lineJoin)}"`;
    return ` stroke="${escapeXml(this.strokeStyle)}"${width}${dash}${offset}${cap}${join}`;
  }

  #getAlpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${roundLength(this.globalAlpha)}"`;
  }

  #at(x: number, y: number): string {
    return `${this.#x(x)} ${this.#y(y)}`;
  }

  #x(x: number): string {
    return roundLength(this.#origin.x + x);
  }

  #y(y: number): string {
    return roundLength(this.#origin.y + y);
  }
}

interface SavedState {
  state: Partial<SvgContext>;
  dash: readonly number[];
  origin: { x: number; y: number };
}
