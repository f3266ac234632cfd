// Shows the description of the REST API; the calls it tries go to this server only.
window.SwaggerUIBundle({ url: "/openapi", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null });
