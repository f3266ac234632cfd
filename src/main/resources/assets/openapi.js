// Shows the description of the REST API; the calls it tries go to this server only. The page has one main landmark
// already, so the one Swagger UI brings is taken back wherever it draws it.
const place = document.getElementById("swagger-ui");
new MutationObserver(() => {
  for (const second of place.querySelectorAll("main")) second.setAttribute("role", "presentation");
}).observe(place, { childList: true, subtree: true });
window.SwaggerUIBundle({ url: "/openapi", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null });
