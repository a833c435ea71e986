import http from 'k6/http';

// k6 ramp-up
export let options = {
  stages: [
    { duration: '2m', target: 100 },
    { duration: '5m', target: 200 },
    { duration: '2m', target: 300 },
    { duration: '5m', target: 400 },
    { duration: '2m', target: 500 },
    { duration: '5m', target: 500 },
    { duration: '2m', target: 0 },
  ],
};

// Watch for:
// - At what user count does latency spike?
// - At what user count do errors appear?
// - At what user count does throughput plateau?

export default function () {
  http.get('http://localhost:8000/api/users');
}
