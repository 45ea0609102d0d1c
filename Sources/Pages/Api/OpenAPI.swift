import Formats
import Store
import Vocabulary

/// The addresses of the desks for other programs, as OpenAPI 3.1 has it: made from the routes, lists and forms themselves, so
/// that it cannot tell of another site than this one.
struct OpenAPI {
    let desks: [Desk]

    static let address = "/openapi.json"

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        let output = ByteOutput { bytes += $0 }
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("openapi", "3.1.0")
            json.key("info")
            json.object { json in
                json.field("title", "行知 Xingzhi")
                json.field("version", "1")
                json.field("description", "培训台账的清单和表单。Lists and forms of the training ledger. See docs/api.md.")
            }
            json.key("paths")
            json.object(onLines: true) { json in
                for (path, routes) in paths {
                    json.key(Self.path(path))
                    json.object(onLines: true) { json in
                        for (desk, route) in routes { Operation(desk: desk, route: route).write(&json) }
                    }
                }
            }
        }
        output.write("\n")
        do { try output.finish() } catch { preconditionFailure("bytes are taken by a list") }
        return bytes
    }

    /// Each address once, in the order of the desks.
    private var paths: [(String, [(Desk, Route)])] {
        var order: [String] = []
        var found: [String: [(Desk, Route)]] = [:]
        for desk in desks {
            for route in desk.routes {
                if found[route.path] == nil { order.append(route.path) }
                found[route.path, default: []].append((desk, route))
            }
        }
        return order.map { ($0, found[$0] ?? []) }
    }

    /// `/tours/:code` as `/tours/{code}`.
    static func path(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix(":") ? "{\(part.dropFirst())}" : String(part)
        }.joined(separator: "/")
    }
}

/// One method of one address.
private struct Operation {
    let desk: Desk
    let route: Route

    func write(_ json: inout JSONWriter) {
        json.key(isSending ? "post" : "get")
        json.object { json in
            json.field("summary", "\(route.about.words.zh) \(route.about.words.en)")
            json.field("tags", ["\(desk.words.zh) \(desk.words.en)"])
            json.field("x-right", route.right.rawValue)
            parameters(&json)
            if isSending { body(&json) }
            json.key("responses")
            json.object { json in
                answer("200", route.about.answer, "成功 Done", &json)
                if isSending { answer("303", nil, "已办理，见所指地址 Done: see there", &json) }
                answer("403", nil, "没有这项权限 Not allowed", &json)
                answer("404", nil, "没有这样的页面或记录 No such page or thing", &json)
                if isSending { answer("422", .page, "有误，逐项说明 Refused, field by field", &json) }
            }
        }
    }

    private var isSending: Bool { if case .take = route.answer { true } else { false } }

    private func parameters(_ json: inout JSONWriter) {
        let parts = route.path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
        json.key("parameters")
        json.list { json in
            for part in parts {
                json.object { json in
                    json.field("name", part)
                    json.field("in", "path")
                    json.field("required", true)
                    json.key("schema")
                    json.object { $0.field("type", "string") }
                }
            }
            for parameter in route.about.parameters {
                json.object { json in
                    json.field("name", parameter.name)
                    json.field("in", "query")
                    json.field("description", "\(parameter.words.zh) \(parameter.words.en)")
                    json.key("schema")
                    parameter.kind.schema(&json)
                }
            }
        }
    }

    /// A form: its fields as a browser sends them, and the step that is asked for.
    private func body(_ json: inout JSONWriter) {
        json.key("requestBody")
        json.object { json in
            json.key("content")
            json.object { json in
                json.key("application/x-www-form-urlencoded")
                json.object { json in
                    json.key("schema")
                    json.object(onLines: true) { json in
                        json.field("type", "object")
                        json.key("properties")
                        json.object(onLines: true) { json in
                            for field in route.about.fields { field.property(&json) }
                        }
                        let rows = route.about.fields.filter { if case .rows = $0.kind { true } else { false } }
                        if !rows.isEmpty {
                            json.key("patternProperties")
                            json.object(onLines: true) { json in
                                for field in rows { field.pattern(&json) }
                            }
                        }
                        json.field("required", route.about.fields.filter { $0.isRequired && !$0.isRows }.map(\.name))
                    }
                }
            }
        }
    }

    private func answer(_ status: String, _ answer: RouteAbout.Answer?, _ words: String, _ json: inout JSONWriter) {
        json.key(status)
        json.object { json in
            json.field("description", words)
            guard let answer else { return }
            json.key("content")
            json.object { json in
                switch answer {
                case .page:
                    json.key("text/html")
                    json.object { _ in }
                case .file(let type):
                    json.key(String(type.prefix { $0 != ";" }))
                    json.object { _ in }
                case .rows(let columns):
                    json.key("application/json")
                    json.object { json in
                        json.key("schema")
                        json.object { json in
                            json.field("type", "array")
                            json.key("items")
                            json.object(onLines: true) { json in
                                json.field("type", "object")
                                json.key("properties")
                                json.object(onLines: true) { json in
                                    for column in columns { column.property(&json) }
                                }
                                json.field("required", columns.map(\.key))
                            }
                        }
                    }
                }
            }
        }
    }
}
