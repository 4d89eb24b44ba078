import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { FONT_STACK } from './font.ts';

// Tooltips have fonts of their own, which no option of a chart reaches.
Chart.defaults.font.family = FONT_STACK;

// Only what the charts are made of: the rest of the library would be carried to every phone that touches one.
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale);

export { Chart };
