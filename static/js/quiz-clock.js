// Counts down to the end of an attempt by the server's clock, and reloads the page when the time is over.

const SPOKEN = [300, 60];

function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, "0")} left`;
}

export function startClock(shown, spoken) {
  if (!shown) return;
  const ahead = Date.parse(shown.dataset.now) - Date.now();
  const due = Date.parse(shown.dataset.due);
  const tick = () => {
    const seconds = Math.max(0, Math.round((due - Date.now() - ahead) / 1000));
    shown.textContent = words(seconds);
    if (SPOKEN.includes(seconds)) spoken.textContent = `${seconds / 60} minute${seconds > 60 ? "s" : ""} left`;
    if (seconds === 0) {
      clearInterval(timer);
      setTimeout(() => location.reload(), 1500);
    }
  };
  const timer = setInterval(tick, 1000);
  tick();
}
