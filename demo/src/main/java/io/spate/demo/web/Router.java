package io.spate.demo.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which route a request takes. There is always one: unknown paths and methods have theirs. */
public final class Router {
    private static final String ID = "/{id}";

    private final Map<String, Resource> fixed = new LinkedHashMap<>();
    private final Map<String, Resource> byParent = new LinkedHashMap<>();
    private final Route unmatched;

    /** The routes of one path. */
    private record Resource(Map<String, Route> byMethod, Route wrongMethod) {}

    /** Every GET route serves HEAD too. */
    public Router(List<Route> routes) {
        Map<String, List<Route>> byTemplate = new LinkedHashMap<>();
        for (Route route : routes) {
            List<Route> ofPath =
                    byTemplate.computeIfAbsent(route.template(), path -> new ArrayList<>());
            ofPath.add(route);
            if (route.method().equals("GET")) {
                ofPath.add(route.forHead());
            }
        }
        byTemplate.forEach(this::add);
        unmatched = refusal("unmatched", Reply.error(Status.NOT_FOUND, "there is no such path"));
    }

    public Route match(String method, String path) {
        Resource resource = fixed.get(path);
        if (resource == null) {
            int slash = path.lastIndexOf('/');
            resource = slash < 0 ? null : byParent.get(path.substring(0, slash));
        }
        if (resource == null) {
            return unmatched;
        }
        return resource.byMethod.getOrDefault(method, resource.wrongMethod);
    }

    /** Where requests are counted that were refused before their path mattered. */
    public Route unmatched() {
        return unmatched;
    }

    /** All there are, with those for unknown paths and methods. */
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        for (Map<String, Resource> resources : List.of(fixed, byParent)) {
            for (Resource resource : resources.values()) {
                all.addAll(resource.byMethod.values());
                all.add(resource.wrongMethod);
            }
        }
        all.add(unmatched);
        return Collections.unmodifiableList(all);
    }

    private void add(String template, List<Route> routes) {
        Map<String, Route> byMethod = new HashMap<>();
        List<String> methods = new ArrayList<>();
        for (Route route : routes) {
            byMethod.put(route.method(), route);
            methods.add(route.method());
        }
        String allow = "allow: " + String.join(", ", methods) + "\r\n";
        Reply reply =
                Reply.error(
                        Status.METHOD_NOT_ALLOWED,
                        "this path takes " + String.join(", ", methods),
                        allow);
        Resource resource = new Resource(byMethod, refusal(template, reply));
        if (template.endsWith(ID)) {
            byParent.put(template.substring(0, template.length() - ID.length()), resource);
        } else {
            fixed.put(template, resource);
        }
    }

    private static Route refusal(String template, Reply reply) {
        return Route.of("other", template, Cost.FREE, request -> reply);
    }
}
