import ArgumentParser
import Foundation
import House
import OpenID
import Vocabulary

/// Who may sign people in beside us (docs/first-day.md).
struct IssuerOptions: ParsableArguments {
    @Option(
        name: .customLong("issuer"),
        help: ArgumentHelp(
            said("统一认证（OpenID Connect）的签发者地址", "address of an issuer of sign-ins (OpenID Connect)"),
            valueName: "url"))
    var address: String?
    @Option(
        name: .customLong("issuer-client"),
        help: ArgumentHelp(said("本系统在签发者处的客户端标识", "as which client this site is known there"), valueName: "id"))
    var client: String?
    @Option(
        name: .customLong("issuer-secret-file"),
        help: ArgumentHelp(
            said("存放客户端密钥的文件；无密钥则不填", "file that holds the client's secret, where it has one"),
            valueName: "file"))
    var secretFile: String?
    @Option(
        name: .customLong("issuer-claim"),
        help: ArgumentHelp(said("哪一项声明是账号名", "the claim that holds the account's name"), valueName: "name"))
    var claim = "preferred_username"

    func validate() throws {
        guard let address else {
            guard client == nil, secretFile == nil else {
                throw ValidationError(said("没有用 --issuer 说明签发者", "No issuer is named with --issuer"))
            }
            return
        }
        guard Issuer.isAddress(address) else {
            throw ValidationError(said("签发者应为 https 地址：\(address)", "Not the https address of an issuer: \(address)"))
        }
        guard client?.isEmpty == false else {
            throw ValidationError(said("请用 --issuer-client 说明客户端标识", "Name the client with --issuer-client"))
        }
    }

    func issuer() throws -> Issuer? {
        guard let address, let client else { return nil }
        let secret = try secretFile.map { file in
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw Trouble.unusable("读不出客户端密钥文件：\(file)", "Cannot read the file of the client's secret: \(file)")
            }
            return text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return Issuer(address: address, client: client, secret: secret, claim: claim)
    }
}
