extension PageContext {
    /// Marks one showing of a form, so that sending it twice is known from filling it in twice. The first field of a form.
    public static var once: HTML {
        .input(.type("hidden"), .name("once"), .value(String(UInt64.random(in: .min ... .max), radix: 36)))
    }
}
