// Calls to the site's API with the session of this browser; a refusal becomes an Error that says what to do.

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

function message(body) {
  const error = body?.error;
  const field = Object.values(error?.fields ?? {})[0];
  return (Array.isArray(field) ? field[0] : field) || error?.message || "The site did not answer as expected.";
}

export async function call(address, { method = "GET", data, keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(address, {
      method,
      keepalive,
      credentials: "same-origin",
      headers: { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": token() },
      body: data === undefined ? undefined : JSON.stringify(data),
    });
  } catch {
    throw new Error("The site cannot be reached. Your words are still here: check the connection and try again.");
  }
  const body = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw new Error(message(body));
  return body;
}

export async function all(address) {
  const results = [];
  for (let next = address; next; ) {
    const page = await call(next);
    results.push(...page.results);
    const after = page.next && new URL(page.next);
    next = after && after.pathname + after.search;
  }
  return results;
}
