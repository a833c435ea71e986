import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import '../style.css';
import './ui.css';
import './pages.css';
import { App } from './App';

const app = document.getElementById('app');
if (app) render(<App />, app);
