// Generated from the contract; never edited by hand.
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var require_ucs2length = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));
var check0 = validate21;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.topic === void 0 && "topic" || data.state === void 0 && "state") {
			validate22.errors = [0];
			return false;
		} else {
			if (data.topic !== void 0) {
				if (typeof data.topic !== "string") {
					validate22.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.state !== void 0) {
					let data1 = data.state;
					if (typeof data1 !== "string") {
						validate22.errors = [0];
						return false;
					}
					if (!(data1 === "live" || data1 === "stale" || data1 === "ended")) {
						validate22.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.code !== void 0) {
						if (typeof data.code !== "string") {
							validate22.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.message !== void 0) {
							if (typeof data.message !== "string") {
								validate22.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.temporary !== void 0) {
								if (typeof data.temporary !== "boolean") {
									validate22.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
						}
					}
				}
			}
		}
	} else {
		validate22.errors = [0];
		return false;
	}
	validate22.errors = vErrors;
	return true;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate21.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				if (!validate22(data.payload, {
					instancePath: instancePath + "/payload",
					parentData: data,
					parentDataProperty: "payload",
					rootData
				})) {
					vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
					errors = vErrors.length;
				}
			}
		} else {
			validate21.errors = [0];
			return false;
		}
	}
	validate21.errors = vErrors;
	return errors === 0;
}
var check1 = validate24;
var func2 = require_ucs2length().default;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (errors === _errs1) {
		if (typeof data === "string") {
			if (func2(data) > 64) {
				const err0 = 0;
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		} else {
			const err1 = 0;
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const _errs3 = errors;
		if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
			const err2 = 0;
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (errors === _errs3) {
			if (typeof data == "number") {
				if (data > 9007199254740992 || isNaN(data)) {
					const err3 = 0;
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				} else if (data < -9007199254740992 || isNaN(data)) {
					const err4 = 0;
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			}
		}
		var _valid0 = _errs3 === errors;
		valid0 = valid0 || _valid0;
	}
	if (!valid0) {
		const err5 = 0;
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
		validate25.errors = vErrors;
		return false;
	} else {
		errors = _errs0;
		if (vErrors !== null) {
			if (_errs0) vErrors.length = _errs0;
			else vErrors = null;
		}
	}
	validate25.errors = vErrors;
	return errors === 0;
}
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.status === void 0 && "status" || data.message === void 0 && "message" || data.topic === void 0 && "topic" || data.delivery === void 0 && "delivery" || data.epoch === void 0 && "epoch" || data.seq === void 0 && "seq" || data.snapshot === void 0 && "snapshot" || data.recovered === void 0 && "recovered" || data.held === void 0 && "held") {
			validate27.errors = [0];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate27.errors = [0];
					return false;
				}
				if ("ok" !== data0) {
					validate27.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate27.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.topic !== void 0) {
						if (typeof data.topic !== "string") {
							validate27.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.delivery !== void 0) {
							let data3 = data.delivery;
							if (typeof data3 !== "string") {
								validate27.errors = [0];
								return false;
							}
							if (!(data3 === "latest" || data3 === "recent" || data3 === "lossless")) {
								validate27.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.epoch !== void 0) {
								if (typeof data.epoch !== "string") {
									validate27.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.seq !== void 0) {
									let data5 = data.seq;
									if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
										validate27.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.snapshot !== void 0) {
										let data6 = data.snapshot;
										if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6))) {
											validate27.errors = [0];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
									if (valid0) {
										if (data.recovered !== void 0) {
											if (typeof data.recovered !== "boolean") {
												validate27.errors = [0];
												return false;
											}
											var valid0 = true;
										} else var valid0 = true;
										if (valid0) {
											if (data.held !== void 0) {
												if (typeof data.held !== "boolean") {
													validate27.errors = [0];
													return false;
												}
												var valid0 = true;
											} else var valid0 = true;
										}
									}
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate27.errors = [0];
		return false;
	}
	validate27.errors = vErrors;
	return true;
}
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.status === void 0 && "status" || data.code === void 0 && "code" || data.message === void 0 && "message" || data.temporary === void 0 && "temporary") {
			validate29.errors = [0];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate29.errors = [0];
					return false;
				}
				if ("error" !== data0) {
					validate29.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.code !== void 0) {
					if (typeof data.code !== "string") {
						validate29.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.message !== void 0) {
						if (typeof data.message !== "string") {
							validate29.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.temporary !== void 0) {
							if (typeof data.temporary !== "boolean") {
								validate29.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.topic !== void 0) {
								if (typeof data.topic !== "string") {
									validate29.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
						}
					}
				}
			}
		}
	} else {
		validate29.errors = [0];
		return false;
	}
	validate29.errors = vErrors;
	return true;
}
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate24.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						let data1 = data.payload;
						const _errs2 = errors;
						const _errs3 = errors;
						let valid1 = false;
						let passing0 = null;
						const _errs4 = errors;
						if (!validate27(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs4 === errors;
						if (_valid0) {
							valid1 = true;
							passing0 = 0;
						}
						const _errs5 = errors;
						if (!validate29(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs5 === errors;
						if (_valid0 && valid1) {
							valid1 = false;
							passing0 = [passing0, 1];
						} else if (_valid0) {
							valid1 = true;
							passing0 = 1;
						}
						if (!valid1) {
							const err0 = 0;
							if (vErrors === null) vErrors = [err0];
							else vErrors.push(err0);
							errors++;
							validate24.errors = vErrors;
							return false;
						} else {
							errors = _errs3;
							if (vErrors !== null) {
								if (_errs3) vErrors.length = _errs3;
								else vErrors = null;
							}
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate24.errors = [0];
			return false;
		}
	}
	validate24.errors = vErrors;
	return errors === 0;
}
var check2 = validate31;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.status === void 0 && "status" || data.message === void 0 && "message" || data.topic === void 0 && "topic") {
			validate33.errors = [0];
			return false;
		} else {
			if (data.status !== void 0) {
				let data0 = data.status;
				if (typeof data0 !== "string") {
					validate33.errors = [0];
					return false;
				}
				if ("ok" !== data0) {
					validate33.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate33.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.topic !== void 0) {
						if (typeof data.topic !== "string") {
							validate33.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate33.errors = [0];
		return false;
	}
	validate33.errors = vErrors;
	return true;
}
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate31.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						let data1 = data.payload;
						const _errs2 = errors;
						const _errs3 = errors;
						let valid1 = false;
						let passing0 = null;
						const _errs4 = errors;
						if (!validate33(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs4 === errors;
						if (_valid0) {
							valid1 = true;
							passing0 = 0;
						}
						const _errs5 = errors;
						if (!validate29(data1, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs5 === errors;
						if (_valid0 && valid1) {
							valid1 = false;
							passing0 = [passing0, 1];
						} else if (_valid0) {
							valid1 = true;
							passing0 = 1;
						}
						if (!valid1) {
							const err0 = 0;
							if (vErrors === null) vErrors = [err0];
							else vErrors.push(err0);
							errors++;
							validate31.errors = vErrors;
							return false;
						} else {
							errors = _errs3;
							if (vErrors !== null) {
								if (_errs3) vErrors.length = _errs3;
								else vErrors = null;
							}
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate31.errors = [0];
			return false;
		}
	}
	validate31.errors = vErrors;
	return errors === 0;
}
var check3 = validate36;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate39.errors = [0];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4)) {
		validate39.errors = [0];
		return false;
	}
	validate39.errors = vErrors;
	return true;
}
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate41.errors = [0];
		return false;
	}
	if (!(data === 1 || data === -1)) {
		validate41.errors = [0];
		return false;
	}
	validate41.errors = vErrors;
	return true;
}
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate43.errors = [0];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6)) {
		validate43.errors = [0];
		return false;
	}
	validate43.errors = vErrors;
	return true;
}
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate45.errors = [0];
		return false;
	}
	if (!(data === 0 || data === 1 || data === 2)) {
		validate45.errors = [0];
		return false;
	}
	validate45.errors = vErrors;
	return true;
}
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.id === void 0 && "id" || data.number === void 0 && "number" || data.symbol === void 0 && "symbol" || data.type === void 0 && "type" || data.side === void 0 && "side" || data.status === void 0 && "status" || data.qty === void 0 && "qty" || data.filledQty === void 0 && "filledQty" || data.filledCost === void 0 && "filledCost" || data.reserved === void 0 && "reserved" || data.timeInForce === void 0 && "timeInForce" || data.triggered === void 0 && "triggered" || data.reduceOnly === void 0 && "reduceOnly" || data.queue === void 0 && "queue" || data.createdStep === void 0 && "createdStep" || data.createdTs === void 0 && "createdTs" || data.updatedStep === void 0 && "updatedStep" || data.updatedTs === void 0 && "updatedTs") {
				validate38.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate38.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.number !== void 0) {
						let data1 = data.number;
						const _errs3 = errors;
						if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
							validate38.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.symbol !== void 0) {
							const _errs5 = errors;
							if (typeof data.symbol !== "string") {
								validate38.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.type !== void 0) {
								const _errs7 = errors;
								if (!validate39(data.type, {
									instancePath: instancePath + "/type",
									parentData: data,
									parentDataProperty: "type",
									rootData
								})) {
									vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
									errors = vErrors.length;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.side !== void 0) {
									const _errs8 = errors;
									if (!validate41(data.side, {
										instancePath: instancePath + "/side",
										parentData: data,
										parentDataProperty: "side",
										rootData
									})) {
										vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
										errors = vErrors.length;
									}
									var valid0 = _errs8 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.status !== void 0) {
										const _errs9 = errors;
										if (!validate43(data.status, {
											instancePath: instancePath + "/status",
											parentData: data,
											parentDataProperty: "status",
											rootData
										})) {
											vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
											errors = vErrors.length;
										}
										var valid0 = _errs9 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.qty !== void 0) {
											const _errs10 = errors;
											if (typeof data.qty !== "string") {
												validate38.errors = [0];
												return false;
											}
											var valid0 = _errs10 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.filledQty !== void 0) {
												const _errs12 = errors;
												if (typeof data.filledQty !== "string") {
													validate38.errors = [0];
													return false;
												}
												var valid0 = _errs12 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.filledCost !== void 0) {
													const _errs14 = errors;
													if (typeof data.filledCost !== "string") {
														validate38.errors = [0];
														return false;
													}
													var valid0 = _errs14 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.reserved !== void 0) {
														const _errs16 = errors;
														if (typeof data.reserved !== "string") {
															validate38.errors = [0];
															return false;
														}
														var valid0 = _errs16 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.timeInForce !== void 0) {
															let data10 = data.timeInForce;
															const _errs18 = errors;
															if (typeof data10 !== "string") {
																validate38.errors = [0];
																return false;
															}
															if (!(data10 === "DAY" || data10 === "GTC" || data10 === "GTD" || data10 === "IOC" || data10 === "FOK")) {
																validate38.errors = [0];
																return false;
															}
															var valid0 = _errs18 === errors;
														} else var valid0 = true;
														if (valid0) {
															if (data.triggered !== void 0) {
																const _errs20 = errors;
																if (typeof data.triggered !== "boolean") {
																	validate38.errors = [0];
																	return false;
																}
																var valid0 = _errs20 === errors;
															} else var valid0 = true;
															if (valid0) {
																if (data.reduceOnly !== void 0) {
																	const _errs22 = errors;
																	if (typeof data.reduceOnly !== "boolean") {
																		validate38.errors = [0];
																		return false;
																	}
																	var valid0 = _errs22 === errors;
																} else var valid0 = true;
																if (valid0) {
																	if (data.queue !== void 0) {
																		let data13 = data.queue;
																		const _errs24 = errors;
																		if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13))) {
																			validate38.errors = [0];
																			return false;
																		}
																		var valid0 = _errs24 === errors;
																	} else var valid0 = true;
																	if (valid0) {
																		if (data.createdStep !== void 0) {
																			let data14 = data.createdStep;
																			const _errs26 = errors;
																			if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14))) {
																				validate38.errors = [0];
																				return false;
																			}
																			var valid0 = _errs26 === errors;
																		} else var valid0 = true;
																		if (valid0) {
																			if (data.createdTs !== void 0) {
																				let data15 = data.createdTs;
																				const _errs28 = errors;
																				if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15))) {
																					validate38.errors = [0];
																					return false;
																				}
																				if (errors === _errs28) {
																					if (typeof data15 == "number") {
																						if (data15 > 9007199254740991 || isNaN(data15)) {
																							validate38.errors = [0];
																							return false;
																						} else if (data15 < 0 || isNaN(data15)) {
																							validate38.errors = [0];
																							return false;
																						}
																					}
																				}
																				var valid0 = _errs28 === errors;
																			} else var valid0 = true;
																			if (valid0) {
																				if (data.updatedStep !== void 0) {
																					let data16 = data.updatedStep;
																					const _errs30 = errors;
																					if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16))) {
																						validate38.errors = [0];
																						return false;
																					}
																					var valid0 = _errs30 === errors;
																				} else var valid0 = true;
																				if (valid0) {
																					if (data.updatedTs !== void 0) {
																						let data17 = data.updatedTs;
																						const _errs32 = errors;
																						if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17))) {
																							validate38.errors = [0];
																							return false;
																						}
																						if (errors === _errs32) {
																							if (typeof data17 == "number") {
																								if (data17 > 9007199254740991 || isNaN(data17)) {
																									validate38.errors = [0];
																									return false;
																								} else if (data17 < 0 || isNaN(data17)) {
																									validate38.errors = [0];
																									return false;
																								}
																							}
																						}
																						var valid0 = _errs32 === errors;
																					} else var valid0 = true;
																					if (valid0) {
																						if (data.bracketId !== void 0) {
																							let data18 = data.bracketId;
																							const _errs34 = errors;
																							if (typeof data18 !== "string" && data18 !== null) {
																								validate38.errors = [0];
																								return false;
																							}
																							var valid0 = _errs34 === errors;
																						} else var valid0 = true;
																						if (valid0) {
																							if (data.clientOrderId !== void 0) {
																								let data19 = data.clientOrderId;
																								const _errs36 = errors;
																								if (typeof data19 !== "string" && data19 !== null) {
																									validate38.errors = [0];
																									return false;
																								}
																								var valid0 = _errs36 === errors;
																							} else var valid0 = true;
																							if (valid0) {
																								if (data.expiresTs !== void 0) {
																									let data20 = data.expiresTs;
																									const _errs38 = errors;
																									const _errs39 = errors;
																									let valid1 = false;
																									const _errs40 = errors;
																									if (!(typeof data20 == "number" && !(data20 % 1) && !isNaN(data20))) {
																										const err0 = 0;
																										if (vErrors === null) vErrors = [err0];
																										else vErrors.push(err0);
																										errors++;
																									}
																									if (errors === _errs40) {
																										if (typeof data20 == "number") {
																											if (data20 > 9007199254740991 || isNaN(data20)) {
																												const err1 = 0;
																												if (vErrors === null) vErrors = [err1];
																												else vErrors.push(err1);
																												errors++;
																											} else if (data20 < 0 || isNaN(data20)) {
																												const err2 = 0;
																												if (vErrors === null) vErrors = [err2];
																												else vErrors.push(err2);
																												errors++;
																											}
																										}
																									}
																									var _valid0 = _errs40 === errors;
																									valid1 = valid1 || _valid0;
																									if (!valid1) {
																										const _errs42 = errors;
																										if (data20 !== null) {
																											const err3 = 0;
																											if (vErrors === null) vErrors = [err3];
																											else vErrors.push(err3);
																											errors++;
																										}
																										var _valid0 = _errs42 === errors;
																										valid1 = valid1 || _valid0;
																									}
																									if (!valid1) {
																										const err4 = 0;
																										if (vErrors === null) vErrors = [err4];
																										else vErrors.push(err4);
																										errors++;
																										validate38.errors = vErrors;
																										return false;
																									} else {
																										errors = _errs39;
																										if (vErrors !== null) {
																											if (_errs39) vErrors.length = _errs39;
																											else vErrors = null;
																										}
																									}
																									var valid0 = _errs38 === errors;
																								} else var valid0 = true;
																								if (valid0) {
																									if (data.limitPrice !== void 0) {
																										let data21 = data.limitPrice;
																										const _errs44 = errors;
																										if (typeof data21 !== "string" && data21 !== null) {
																											validate38.errors = [0];
																											return false;
																										}
																										var valid0 = _errs44 === errors;
																									} else var valid0 = true;
																									if (valid0) {
																										if (data.message !== void 0) {
																											let data22 = data.message;
																											const _errs46 = errors;
																											if (typeof data22 !== "string" && data22 !== null) {
																												validate38.errors = [0];
																												return false;
																											}
																											var valid0 = _errs46 === errors;
																										} else var valid0 = true;
																										if (valid0) {
																											if (data.ocoGroup !== void 0) {
																												let data23 = data.ocoGroup;
																												const _errs48 = errors;
																												if (typeof data23 !== "string" && data23 !== null) {
																													validate38.errors = [0];
																													return false;
																												}
																												var valid0 = _errs48 === errors;
																											} else var valid0 = true;
																											if (valid0) {
																												if (data.parentId !== void 0) {
																													let data24 = data.parentId;
																													const _errs50 = errors;
																													if (typeof data24 !== "string" && data24 !== null) {
																														validate38.errors = [0];
																														return false;
																													}
																													var valid0 = _errs50 === errors;
																												} else var valid0 = true;
																												if (valid0) {
																													if (data.parentKind !== void 0) {
																														let data25 = data.parentKind;
																														const _errs52 = errors;
																														const _errs53 = errors;
																														let valid2 = false;
																														const _errs54 = errors;
																														if (typeof data25 !== "string") {
																															const err5 = 0;
																															if (vErrors === null) vErrors = [err5];
																															else vErrors.push(err5);
																															errors++;
																														}
																														if (!(data25 === "order" || data25 === "position")) {
																															const err6 = 0;
																															if (vErrors === null) vErrors = [err6];
																															else vErrors.push(err6);
																															errors++;
																														}
																														var _valid1 = _errs54 === errors;
																														valid2 = valid2 || _valid1;
																														if (!valid2) {
																															const _errs56 = errors;
																															if (data25 !== null) {
																																const err7 = 0;
																																if (vErrors === null) vErrors = [err7];
																																else vErrors.push(err7);
																																errors++;
																															}
																															var _valid1 = _errs56 === errors;
																															valid2 = valid2 || _valid1;
																														}
																														if (!valid2) {
																															const err8 = 0;
																															if (vErrors === null) vErrors = [err8];
																															else vErrors.push(err8);
																															errors++;
																															validate38.errors = vErrors;
																															return false;
																														} else {
																															errors = _errs53;
																															if (vErrors !== null) {
																																if (_errs53) vErrors.length = _errs53;
																																else vErrors = null;
																															}
																														}
																														var valid0 = _errs52 === errors;
																													} else var valid0 = true;
																													if (valid0) {
																														if (data.pending !== void 0) {
																															let data26 = data.pending;
																															const _errs58 = errors;
																															const _errs59 = errors;
																															let valid3 = false;
																															const _errs60 = errors;
																															if (typeof data26 !== "string") {
																																const err9 = 0;
																																if (vErrors === null) vErrors = [err9];
																																else vErrors.push(err9);
																																errors++;
																															}
																															if (!(data26 === "modify" || data26 === "cancel")) {
																																const err10 = 0;
																																if (vErrors === null) vErrors = [err10];
																																else vErrors.push(err10);
																																errors++;
																															}
																															var _valid2 = _errs60 === errors;
																															valid3 = valid3 || _valid2;
																															if (!valid3) {
																																const _errs62 = errors;
																																if (data26 !== null) {
																																	const err11 = 0;
																																	if (vErrors === null) vErrors = [err11];
																																	else vErrors.push(err11);
																																	errors++;
																																}
																																var _valid2 = _errs62 === errors;
																																valid3 = valid3 || _valid2;
																															}
																															if (!valid3) {
																																const err12 = 0;
																																if (vErrors === null) vErrors = [err12];
																																else vErrors.push(err12);
																																errors++;
																																validate38.errors = vErrors;
																																return false;
																															} else {
																																errors = _errs59;
																																if (vErrors !== null) {
																																	if (_errs59) vErrors.length = _errs59;
																																	else vErrors = null;
																																}
																															}
																															var valid0 = _errs58 === errors;
																														} else var valid0 = true;
																														if (valid0) {
																															if (data.reason !== void 0) {
																																let data27 = data.reason;
																																const _errs64 = errors;
																																if (typeof data27 !== "string" && data27 !== null) {
																																	validate38.errors = [0];
																																	return false;
																																}
																																var valid0 = _errs64 === errors;
																															} else var valid0 = true;
																															if (valid0) {
																																if (data.stopLoss !== void 0) {
																																	let data28 = data.stopLoss;
																																	const _errs66 = errors;
																																	if (typeof data28 !== "string" && data28 !== null) {
																																		validate38.errors = [0];
																																		return false;
																																	}
																																	var valid0 = _errs66 === errors;
																																} else var valid0 = true;
																																if (valid0) {
																																	if (data.stopPrice !== void 0) {
																																		let data29 = data.stopPrice;
																																		const _errs68 = errors;
																																		if (typeof data29 !== "string" && data29 !== null) {
																																			validate38.errors = [0];
																																			return false;
																																		}
																																		var valid0 = _errs68 === errors;
																																	} else var valid0 = true;
																																	if (valid0) {
																																		if (data.stopType !== void 0) {
																																			let data30 = data.stopType;
																																			const _errs70 = errors;
																																			const _errs71 = errors;
																																			let valid4 = false;
																																			const _errs72 = errors;
																																			if (!validate45(data30, {
																																				instancePath: instancePath + "/stopType",
																																				parentData: data,
																																				parentDataProperty: "stopType",
																																				rootData
																																			})) {
																																				vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
																																				errors = vErrors.length;
																																			}
																																			var _valid3 = _errs72 === errors;
																																			valid4 = valid4 || _valid3;
																																			if (!valid4) {
																																				const _errs73 = errors;
																																				if (data30 !== null) {
																																					const err13 = 0;
																																					if (vErrors === null) vErrors = [err13];
																																					else vErrors.push(err13);
																																					errors++;
																																				}
																																				var _valid3 = _errs73 === errors;
																																				valid4 = valid4 || _valid3;
																																			}
																																			if (!valid4) {
																																				const err14 = 0;
																																				if (vErrors === null) vErrors = [err14];
																																				else vErrors.push(err14);
																																				errors++;
																																				validate38.errors = vErrors;
																																				return false;
																																			} else {
																																				errors = _errs71;
																																				if (vErrors !== null) {
																																					if (_errs71) vErrors.length = _errs71;
																																					else vErrors = null;
																																				}
																																			}
																																			var valid0 = _errs70 === errors;
																																		} else var valid0 = true;
																																		if (valid0) {
																																			if (data.takeProfit !== void 0) {
																																				let data31 = data.takeProfit;
																																				const _errs75 = errors;
																																				if (typeof data31 !== "string" && data31 !== null) {
																																					validate38.errors = [0];
																																					return false;
																																				}
																																				var valid0 = _errs75 === errors;
																																			} else var valid0 = true;
																																		}
																																	}
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate38.errors = [0];
			return false;
		}
	}
	validate38.errors = vErrors;
	return errors === 0;
}
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.id === void 0 && "id" || data.number === void 0 && "number" || data.orderId === void 0 && "orderId" || data.symbol === void 0 && "symbol" || data.side === void 0 && "side" || data.qty === void 0 && "qty" || data.price === void 0 && "price" || data.fee === void 0 && "fee" || data.realized === void 0 && "realized" || data.step === void 0 && "step" || data.ts === void 0 && "ts") {
				validate48.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate48.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.number !== void 0) {
						let data1 = data.number;
						const _errs3 = errors;
						if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
							validate48.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.orderId !== void 0) {
							const _errs5 = errors;
							if (typeof data.orderId !== "string") {
								validate48.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.symbol !== void 0) {
								const _errs7 = errors;
								if (typeof data.symbol !== "string") {
									validate48.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.side !== void 0) {
									const _errs9 = errors;
									if (!validate41(data.side, {
										instancePath: instancePath + "/side",
										parentData: data,
										parentDataProperty: "side",
										rootData
									})) {
										vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
										errors = vErrors.length;
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.qty !== void 0) {
										const _errs10 = errors;
										if (typeof data.qty !== "string") {
											validate48.errors = [0];
											return false;
										}
										var valid0 = _errs10 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.price !== void 0) {
											const _errs12 = errors;
											if (typeof data.price !== "string") {
												validate48.errors = [0];
												return false;
											}
											var valid0 = _errs12 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.fee !== void 0) {
												const _errs14 = errors;
												if (typeof data.fee !== "string") {
													validate48.errors = [0];
													return false;
												}
												var valid0 = _errs14 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.realized !== void 0) {
													const _errs16 = errors;
													if (typeof data.realized !== "string") {
														validate48.errors = [0];
														return false;
													}
													var valid0 = _errs16 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.step !== void 0) {
														let data9 = data.step;
														const _errs18 = errors;
														if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9))) {
															validate48.errors = [0];
															return false;
														}
														var valid0 = _errs18 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.ts !== void 0) {
															let data10 = data.ts;
															const _errs20 = errors;
															if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10))) {
																validate48.errors = [0];
																return false;
															}
															if (errors === _errs20) {
																if (typeof data10 == "number") {
																	if (data10 > 9007199254740991 || isNaN(data10)) {
																		validate48.errors = [0];
																		return false;
																	} else if (data10 < 0 || isNaN(data10)) {
																		validate48.errors = [0];
																		return false;
																	}
																}
															}
															var valid0 = _errs20 === errors;
														} else var valid0 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate48.errors = [0];
			return false;
		}
	}
	validate48.errors = vErrors;
	return errors === 0;
}
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.symbol === void 0 && "symbol" || data.qty === void 0 && "qty" || data.cost === void 0 && "cost" || data.realized === void 0 && "realized" || data.fees === void 0 && "fees" || data.updatedStep === void 0 && "updatedStep" || data.updatedTs === void 0 && "updatedTs") {
			validate51.errors = [0];
			return false;
		} else {
			if (data.symbol !== void 0) {
				if (typeof data.symbol !== "string") {
					validate51.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.qty !== void 0) {
					if (typeof data.qty !== "string") {
						validate51.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.cost !== void 0) {
						if (typeof data.cost !== "string") {
							validate51.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.realized !== void 0) {
							if (typeof data.realized !== "string") {
								validate51.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.fees !== void 0) {
								if (typeof data.fees !== "string") {
									validate51.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.updatedStep !== void 0) {
									let data5 = data.updatedStep;
									if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
										validate51.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.updatedTs !== void 0) {
										let data6 = data.updatedTs;
										if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6))) {
											validate51.errors = [0];
											return false;
										}
										if (typeof data6 == "number") {
											if (data6 > 9007199254740991 || isNaN(data6)) {
												validate51.errors = [0];
												return false;
											} else if (data6 < 0 || isNaN(data6)) {
												validate51.errors = [0];
												return false;
											}
										}
										var valid0 = true;
									} else var valid0 = true;
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate51.errors = [0];
		return false;
	}
	validate51.errors = vErrors;
	return true;
}
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.currency === void 0 && "currency" || data.cash === void 0 && "cash" || data.transfers === void 0 && "transfers" || data.realized === void 0 && "realized" || data.fees === void 0 && "fees" || data.reserved === void 0 && "reserved" || data.adjustments === void 0 && "adjustments") {
			validate53.errors = [0];
			return false;
		} else {
			if (data.currency !== void 0) {
				if (typeof data.currency !== "string") {
					validate53.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.cash !== void 0) {
					if (typeof data.cash !== "string") {
						validate53.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.transfers !== void 0) {
						if (typeof data.transfers !== "string") {
							validate53.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.realized !== void 0) {
							if (typeof data.realized !== "string") {
								validate53.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.fees !== void 0) {
								if (typeof data.fees !== "string") {
									validate53.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.reserved !== void 0) {
									if (typeof data.reserved !== "string") {
										validate53.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.adjustments !== void 0) {
										if (typeof data.adjustments !== "string") {
											validate53.errors = [0];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate53.errors = [0];
		return false;
	}
	validate53.errors = vErrors;
	return true;
}
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.equity === void 0 && "equity" || data.balance === void 0 && "balance" || data.unrealized === void 0 && "unrealized" || data.realized === void 0 && "realized" || data.marginUsed === void 0 && "marginUsed" || data.available === void 0 && "available" || data.unmarked === void 0 && "unmarked") {
			validate55.errors = [0];
			return false;
		} else {
			if (data.equity !== void 0) {
				if (typeof data.equity !== "string") {
					validate55.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.balance !== void 0) {
					if (typeof data.balance !== "string") {
						validate55.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.unrealized !== void 0) {
						if (typeof data.unrealized !== "string") {
							validate55.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.realized !== void 0) {
							if (typeof data.realized !== "string") {
								validate55.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.marginUsed !== void 0) {
								if (typeof data.marginUsed !== "string") {
									validate55.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.available !== void 0) {
									if (typeof data.available !== "string") {
										validate55.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.unmarked !== void 0) {
										let data6 = data.unmarked;
										if (Array.isArray(data6)) {
											const len0 = data6.length;
											for (let i0 = 0; i0 < len0; i0++) if (typeof data6[i0] !== "string") {
												validate55.errors = [0];
												return false;
											}
										} else {
											validate55.errors = [0];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate55.errors = [0];
		return false;
	}
	validate55.errors = vErrors;
	return true;
}
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.count === void 0 && "count" || data.chain === void 0 && "chain") {
			validate57.errors = [0];
			return false;
		} else {
			if (data.count !== void 0) {
				let data0 = data.count;
				if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
					validate57.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.chain !== void 0) {
					if (typeof data.chain !== "string") {
						validate57.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
			}
		}
	} else {
		validate57.errors = [0];
		return false;
	}
	validate57.errors = vErrors;
	return true;
}
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.step === void 0 && "step" || data.ts === void 0 && "ts" || data.kind === void 0 && "kind" || data.orders === void 0 && "orders" || data.executions === void 0 && "executions" || data.positions === void 0 && "positions" || data.balances === void 0 && "balances" || data.equity === void 0 && "equity" || data.stateHash === void 0 && "stateHash") {
				validate37.errors = [0];
				return false;
			} else {
				if (data.step !== void 0) {
					let data0 = data.step;
					const _errs1 = errors;
					if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
						validate37.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.ts !== void 0) {
						let data1 = data.ts;
						const _errs3 = errors;
						if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
							validate37.errors = [0];
							return false;
						}
						if (errors === _errs3) {
							if (typeof data1 == "number") {
								if (data1 > 9007199254740991 || isNaN(data1)) {
									validate37.errors = [0];
									return false;
								} else if (data1 < 0 || isNaN(data1)) {
									validate37.errors = [0];
									return false;
								}
							}
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.kind !== void 0) {
							let data2 = data.kind;
							const _errs5 = errors;
							if (typeof data2 !== "string") {
								validate37.errors = [0];
								return false;
							}
							if (!(data2 === "snapshot" || data2 === "account_opened" || data2 === "order_accepted" || data2 === "order_modified" || data2 === "orders_canceled" || data2 === "order_triggered" || data2 === "order_filled" || data2 === "order_expired" || data2 === "order_rejected" || data2 === "brackets_set" || data2 === "leverage_set" || data2 === "risk_set" || data2 === "killed" || data2 === "resumed" || data2 === "reset" || data2 === "day_opened" || data2 === "feed_gap")) {
								validate37.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.orders !== void 0) {
								let data3 = data.orders;
								const _errs7 = errors;
								if (errors === _errs7) {
									if (Array.isArray(data3)) {
										const len0 = data3.length;
										for (let i0 = 0; i0 < len0; i0++) {
											const _errs9 = errors;
											if (!validate38(data3[i0], {
												instancePath: instancePath + "/orders/" + i0,
												parentData: data3,
												parentDataProperty: i0,
												rootData
											})) {
												vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
												errors = vErrors.length;
											}
											if (!(_errs9 === errors)) break;
										}
									} else {
										validate37.errors = [0];
										return false;
									}
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.executions !== void 0) {
									let data5 = data.executions;
									const _errs10 = errors;
									if (errors === _errs10) {
										if (Array.isArray(data5)) {
											const len1 = data5.length;
											for (let i1 = 0; i1 < len1; i1++) {
												const _errs12 = errors;
												if (!validate48(data5[i1], {
													instancePath: instancePath + "/executions/" + i1,
													parentData: data5,
													parentDataProperty: i1,
													rootData
												})) {
													vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
													errors = vErrors.length;
												}
												if (!(_errs12 === errors)) break;
											}
										} else {
											validate37.errors = [0];
											return false;
										}
									}
									var valid0 = _errs10 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.positions !== void 0) {
										let data7 = data.positions;
										const _errs13 = errors;
										if (errors === _errs13) {
											if (Array.isArray(data7)) {
												const len2 = data7.length;
												for (let i2 = 0; i2 < len2; i2++) {
													const _errs15 = errors;
													if (!validate51(data7[i2], {
														instancePath: instancePath + "/positions/" + i2,
														parentData: data7,
														parentDataProperty: i2,
														rootData
													})) {
														vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
														errors = vErrors.length;
													}
													if (!(_errs15 === errors)) break;
												}
											} else {
												validate37.errors = [0];
												return false;
											}
										}
										var valid0 = _errs13 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.balances !== void 0) {
											let data9 = data.balances;
											const _errs16 = errors;
											if (errors === _errs16) {
												if (Array.isArray(data9)) {
													const len3 = data9.length;
													for (let i3 = 0; i3 < len3; i3++) {
														const _errs18 = errors;
														if (!validate53(data9[i3], {
															instancePath: instancePath + "/balances/" + i3,
															parentData: data9,
															parentDataProperty: i3,
															rootData
														})) {
															vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
															errors = vErrors.length;
														}
														if (!(_errs18 === errors)) break;
													}
												} else {
													validate37.errors = [0];
													return false;
												}
											}
											var valid0 = _errs16 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.equity !== void 0) {
												const _errs19 = errors;
												if (!validate55(data.equity, {
													instancePath: instancePath + "/equity",
													parentData: data,
													parentDataProperty: "equity",
													rootData
												})) {
													vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
													errors = vErrors.length;
												}
												var valid0 = _errs19 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.stateHash !== void 0) {
													const _errs20 = errors;
													if (typeof data.stateHash !== "string") {
														validate37.errors = [0];
														return false;
													}
													var valid0 = _errs20 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.executionsTail !== void 0) {
														let data13 = data.executionsTail;
														const _errs22 = errors;
														const _errs23 = errors;
														let valid5 = false;
														const _errs24 = errors;
														if (!validate57(data13, {
															instancePath: instancePath + "/executionsTail",
															parentData: data,
															parentDataProperty: "executionsTail",
															rootData
														})) {
															vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
															errors = vErrors.length;
														}
														var _valid0 = _errs24 === errors;
														valid5 = valid5 || _valid0;
														if (!valid5) {
															const _errs25 = errors;
															if (data13 !== null) {
																const err0 = 0;
																if (vErrors === null) vErrors = [err0];
																else vErrors.push(err0);
																errors++;
															}
															var _valid0 = _errs25 === errors;
															valid5 = valid5 || _valid0;
														}
														if (!valid5) {
															const err1 = 0;
															if (vErrors === null) vErrors = [err1];
															else vErrors.push(err1);
															errors++;
															validate37.errors = vErrors;
															return false;
														} else {
															errors = _errs23;
															if (vErrors !== null) {
																if (_errs23) vErrors.length = _errs23;
																else vErrors = null;
															}
														}
														var valid0 = _errs22 === errors;
													} else var valid0 = true;
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate37.errors = [0];
			return false;
		}
	}
	validate37.errors = vErrors;
	return errors === 0;
}
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate36.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate36.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate36.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate37(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate36.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate36.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate36.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate36.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate36.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate36.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate36.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate36.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate36.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate36.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate36.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate36.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate36.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate36.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate36.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate36.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate36.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate36.errors = [0];
			return false;
		}
	}
	validate36.errors = vErrors;
	return errors === 0;
}
var check4 = validate60;
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.p50 === void 0 && "p50" || data.p99 === void 0 && "p99") {
			validate62.errors = [0];
			return false;
		} else {
			if (data.p50 !== void 0) {
				let data0 = data.p50;
				if (!(typeof data0 == "number") && data0 !== null) {
					validate62.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.p99 !== void 0) {
					let data1 = data.p99;
					if (!(typeof data1 == "number") && data1 !== null) {
						validate62.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
			}
		}
	} else {
		validate62.errors = [0];
		return false;
	}
	validate62.errors = vErrors;
	return true;
}
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.route === void 0 && "route" || data.params === void 0 && "params" || data.listeners === void 0 && "listeners" || data.updates_per_s === void 0 && "updates_per_s" || data.seq === void 0 && "seq" || data.state === void 0 && "state" || data.code === void 0 && "code" || data.last_update === void 0 && "last_update") {
				validate65.errors = [0];
				return false;
			} else {
				if (data.route !== void 0) {
					const _errs1 = errors;
					if (typeof data.route !== "string") {
						validate65.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.params !== void 0) {
						const _errs3 = errors;
						if (typeof data.params !== "string") {
							validate65.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.listeners !== void 0) {
							let data2 = data.listeners;
							const _errs5 = errors;
							if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
								validate65.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.updates_per_s !== void 0) {
								let data3 = data.updates_per_s;
								const _errs7 = errors;
								if (!(typeof data3 == "number") && data3 !== null) {
									validate65.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.seq !== void 0) {
									let data4 = data.seq;
									const _errs9 = errors;
									if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
										validate65.errors = [0];
										return false;
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.state !== void 0) {
										let data5 = data.state;
										const _errs11 = errors;
										if (typeof data5 !== "string") {
											validate65.errors = [0];
											return false;
										}
										if (!(data5 === "starting" || data5 === "live" || data5 === "stale" || data5 === "ended")) {
											validate65.errors = [0];
											return false;
										}
										var valid0 = _errs11 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.code !== void 0) {
											let data6 = data.code;
											const _errs13 = errors;
											if (typeof data6 !== "string" && data6 !== null) {
												validate65.errors = [0];
												return false;
											}
											var valid0 = _errs13 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.last_update !== void 0) {
												let data7 = data.last_update;
												const _errs15 = errors;
												const _errs16 = errors;
												let valid1 = false;
												const _errs17 = errors;
												if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
													const err0 = 0;
													if (vErrors === null) vErrors = [err0];
													else vErrors.push(err0);
													errors++;
												}
												if (errors === _errs17) {
													if (typeof data7 == "number") {
														if (data7 > 9007199254740991 || isNaN(data7)) {
															const err1 = 0;
															if (vErrors === null) vErrors = [err1];
															else vErrors.push(err1);
															errors++;
														} else if (data7 < 0 || isNaN(data7)) {
															const err2 = 0;
															if (vErrors === null) vErrors = [err2];
															else vErrors.push(err2);
															errors++;
														}
													}
												}
												var _valid0 = _errs17 === errors;
												valid1 = valid1 || _valid0;
												if (!valid1) {
													const _errs19 = errors;
													if (data7 !== null) {
														const err3 = 0;
														if (vErrors === null) vErrors = [err3];
														else vErrors.push(err3);
														errors++;
													}
													var _valid0 = _errs19 === errors;
													valid1 = valid1 || _valid0;
												}
												if (!valid1) {
													const err4 = 0;
													if (vErrors === null) vErrors = [err4];
													else vErrors.push(err4);
													errors++;
													validate65.errors = vErrors;
													return false;
												} else {
													errors = _errs16;
													if (vErrors !== null) {
														if (_errs16) vErrors.length = _errs16;
														else vErrors = null;
													}
												}
												var valid0 = _errs15 === errors;
											} else var valid0 = true;
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate65.errors = [0];
			return false;
		}
	}
	validate65.errors = vErrors;
	return errors === 0;
}
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.at === void 0 && "at" || data.connection === void 0 && "connection" || data.code === void 0 && "code" || data.reason === void 0 && "reason" || data.lived_s === void 0 && "lived_s" || data.skipped === void 0 && "skipped") {
			validate67.errors = [0];
			return false;
		} else {
			if (data.at !== void 0) {
				let data0 = data.at;
				if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
					validate67.errors = [0];
					return false;
				}
				if (typeof data0 == "number") {
					if (data0 > 9007199254740991 || isNaN(data0)) {
						validate67.errors = [0];
						return false;
					} else if (data0 < 0 || isNaN(data0)) {
						validate67.errors = [0];
						return false;
					}
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.connection !== void 0) {
					let data1 = data.connection;
					if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
						validate67.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.code !== void 0) {
						let data2 = data.code;
						if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
							validate67.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.reason !== void 0) {
							if (typeof data.reason !== "string") {
								validate67.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.lived_s !== void 0) {
								if (!(typeof data.lived_s == "number")) {
									validate67.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.skipped !== void 0) {
									let data5 = data.skipped;
									if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
										validate67.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
							}
						}
					}
				}
			}
		}
	} else {
		validate67.errors = [0];
		return false;
	}
	validate67.errors = vErrors;
	return true;
}
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.at === void 0 && "at" || data.window_s === void 0 && "window_s" || data.draining === void 0 && "draining" || data.connections === void 0 && "connections" || data.connections_paused === void 0 && "connections_paused" || data.subscriptions === void 0 && "subscriptions" || data.outbox_bytes === void 0 && "outbox_bytes" || data.updates_per_s === void 0 && "updates_per_s" || data.deliveries_per_s === void 0 && "deliveries_per_s" || data.skipped === void 0 && "skipped" || data.write === void 0 && "write" || data.loop_lag === void 0 && "loop_lag" || data.producers === void 0 && "producers" || data.producer_restarts === void 0 && "producer_restarts" || data.topic_count === void 0 && "topic_count" || data.topics === void 0 && "topics" || data.closes === void 0 && "closes") {
				validate61.errors = [0];
				return false;
			} else {
				if (data.at !== void 0) {
					let data0 = data.at;
					const _errs1 = errors;
					if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
						validate61.errors = [0];
						return false;
					}
					if (errors === _errs1) {
						if (typeof data0 == "number") {
							if (data0 > 9007199254740991 || isNaN(data0)) {
								validate61.errors = [0];
								return false;
							} else if (data0 < 0 || isNaN(data0)) {
								validate61.errors = [0];
								return false;
							}
						}
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.window_s !== void 0) {
						const _errs3 = errors;
						if (!(typeof data.window_s == "number")) {
							validate61.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.draining !== void 0) {
							const _errs5 = errors;
							if (typeof data.draining !== "boolean") {
								validate61.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.connections !== void 0) {
								let data3 = data.connections;
								const _errs7 = errors;
								if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
									validate61.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.connections_paused !== void 0) {
									let data4 = data.connections_paused;
									const _errs9 = errors;
									if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
										validate61.errors = [0];
										return false;
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.subscriptions !== void 0) {
										let data5 = data.subscriptions;
										const _errs11 = errors;
										if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
											validate61.errors = [0];
											return false;
										}
										var valid0 = _errs11 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.outbox_bytes !== void 0) {
											let data6 = data.outbox_bytes;
											const _errs13 = errors;
											if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6))) {
												validate61.errors = [0];
												return false;
											}
											var valid0 = _errs13 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.updates_per_s !== void 0) {
												let data7 = data.updates_per_s;
												const _errs15 = errors;
												if (!(typeof data7 == "number") && data7 !== null) {
													validate61.errors = [0];
													return false;
												}
												var valid0 = _errs15 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.deliveries_per_s !== void 0) {
													let data8 = data.deliveries_per_s;
													const _errs17 = errors;
													if (!(typeof data8 == "number") && data8 !== null) {
														validate61.errors = [0];
														return false;
													}
													var valid0 = _errs17 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.skipped !== void 0) {
														let data9 = data.skipped;
														const _errs19 = errors;
														if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9))) {
															validate61.errors = [0];
															return false;
														}
														var valid0 = _errs19 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.write !== void 0) {
															const _errs21 = errors;
															if (!validate62(data.write, {
																instancePath: instancePath + "/write",
																parentData: data,
																parentDataProperty: "write",
																rootData
															})) {
																vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
																errors = vErrors.length;
															}
															var valid0 = _errs21 === errors;
														} else var valid0 = true;
														if (valid0) {
															if (data.loop_lag !== void 0) {
																const _errs22 = errors;
																if (!validate62(data.loop_lag, {
																	instancePath: instancePath + "/loop_lag",
																	parentData: data,
																	parentDataProperty: "loop_lag",
																	rootData
																})) {
																	vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
																	errors = vErrors.length;
																}
																var valid0 = _errs22 === errors;
															} else var valid0 = true;
															if (valid0) {
																if (data.producers !== void 0) {
																	let data12 = data.producers;
																	const _errs23 = errors;
																	if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12))) {
																		validate61.errors = [0];
																		return false;
																	}
																	var valid0 = _errs23 === errors;
																} else var valid0 = true;
																if (valid0) {
																	if (data.producer_restarts !== void 0) {
																		let data13 = data.producer_restarts;
																		const _errs25 = errors;
																		if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13))) {
																			validate61.errors = [0];
																			return false;
																		}
																		var valid0 = _errs25 === errors;
																	} else var valid0 = true;
																	if (valid0) {
																		if (data.topic_count !== void 0) {
																			let data14 = data.topic_count;
																			const _errs27 = errors;
																			if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14))) {
																				validate61.errors = [0];
																				return false;
																			}
																			var valid0 = _errs27 === errors;
																		} else var valid0 = true;
																		if (valid0) {
																			if (data.topics !== void 0) {
																				let data15 = data.topics;
																				const _errs29 = errors;
																				if (errors === _errs29) {
																					if (Array.isArray(data15)) {
																						const len0 = data15.length;
																						for (let i0 = 0; i0 < len0; i0++) {
																							const _errs31 = errors;
																							if (!validate65(data15[i0], {
																								instancePath: instancePath + "/topics/" + i0,
																								parentData: data15,
																								parentDataProperty: i0,
																								rootData
																							})) {
																								vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
																								errors = vErrors.length;
																							}
																							if (!(_errs31 === errors)) break;
																						}
																					} else {
																						validate61.errors = [0];
																						return false;
																					}
																				}
																				var valid0 = _errs29 === errors;
																			} else var valid0 = true;
																			if (valid0) {
																				if (data.closes !== void 0) {
																					let data17 = data.closes;
																					const _errs32 = errors;
																					if (errors === _errs32) {
																						if (Array.isArray(data17)) {
																							const len1 = data17.length;
																							for (let i1 = 0; i1 < len1; i1++) {
																								const _errs34 = errors;
																								if (!validate67(data17[i1], {
																									instancePath: instancePath + "/closes/" + i1,
																									parentData: data17,
																									parentDataProperty: i1,
																									rootData
																								})) {
																									vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
																									errors = vErrors.length;
																								}
																								if (!(_errs34 === errors)) break;
																							}
																						} else {
																							validate61.errors = [0];
																							return false;
																						}
																					}
																					var valid0 = _errs32 === errors;
																				} else var valid0 = true;
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate61.errors = [0];
			return false;
		}
	}
	validate61.errors = vErrors;
	return errors === 0;
}
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate60.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate60.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate60.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate61(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate60.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate60.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate60.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate60.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate60.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate60.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate60.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate60.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate60.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate60.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate60.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate60.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate60.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate60.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate60.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate60.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate60.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate60.errors = [0];
			return false;
		}
	}
	validate60.errors = vErrors;
	return errors === 0;
}
var check5 = validate70;
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.time === void 0 && "time" || data.open === void 0 && "open" || data.high === void 0 && "high" || data.low === void 0 && "low" || data.close === void 0 && "close" || data.volume === void 0 && "volume") {
			validate71.errors = [0];
			return false;
		} else {
			if (data.time !== void 0) {
				let data0 = data.time;
				if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
					validate71.errors = [0];
					return false;
				}
				if (typeof data0 == "number") {
					if (data0 > 9007199254740991 || isNaN(data0)) {
						validate71.errors = [0];
						return false;
					} else if (data0 < 0 || isNaN(data0)) {
						validate71.errors = [0];
						return false;
					}
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.open !== void 0) {
					if (!(typeof data.open == "number")) {
						validate71.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.high !== void 0) {
						if (!(typeof data.high == "number")) {
							validate71.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.low !== void 0) {
							if (!(typeof data.low == "number")) {
								validate71.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.close !== void 0) {
								if (!(typeof data.close == "number")) {
									validate71.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.volume !== void 0) {
									if (!(typeof data.volume == "number")) {
										validate71.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.correction !== void 0) {
										let data6 = data.correction;
										if (typeof data6 !== "boolean") {
											validate71.errors = [0];
											return false;
										}
										if (true !== data6) {
											validate71.errors = [0];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate71.errors = [0];
		return false;
	}
	validate71.errors = vErrors;
	return true;
}
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate70.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate70.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate70.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate71(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate70.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate70.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate70.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate70.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate70.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate70.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate70.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate70.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate70.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate70.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate70.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate70.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate70.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate70.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate70.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate70.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate70.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate70.errors = [0];
			return false;
		}
	}
	validate70.errors = vErrors;
	return errors === 0;
}
var check6 = validate73;
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate75.errors = [0];
		return false;
	}
	if (!(data === 1 || data === 2 || data === 3 || data === 4)) {
		validate75.errors = [0];
		return false;
	}
	validate75.errors = vErrors;
	return true;
}
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate77.errors = [0];
		return false;
	}
	if (!(data === 0 || data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6 || data === 7 || data === 8)) {
		validate77.errors = [0];
		return false;
	}
	validate77.errors = vErrors;
	return true;
}
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.status === void 0 && "status" || data.message === void 0 && "message" || data.disconnectType === void 0 && "disconnectType" || data.timestamp === void 0 && "timestamp") {
				validate74.errors = [0];
				return false;
			} else {
				if (data.status !== void 0) {
					const _errs1 = errors;
					if (!validate75(data.status, {
						instancePath: instancePath + "/status",
						parentData: data,
						parentDataProperty: "status",
						rootData
					})) {
						vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.message !== void 0) {
						let data1 = data.message;
						const _errs2 = errors;
						if (typeof data1 !== "string" && data1 !== null) {
							validate74.errors = [0];
							return false;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.disconnectType !== void 0) {
							let data2 = data.disconnectType;
							const _errs4 = errors;
							const _errs5 = errors;
							let valid1 = false;
							const _errs6 = errors;
							if (!validate77(data2, {
								instancePath: instancePath + "/disconnectType",
								parentData: data,
								parentDataProperty: "disconnectType",
								rootData
							})) {
								vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
								errors = vErrors.length;
							}
							var _valid0 = _errs6 === errors;
							valid1 = valid1 || _valid0;
							if (!valid1) {
								const _errs7 = errors;
								if (data2 !== null) {
									const err0 = 0;
									if (vErrors === null) vErrors = [err0];
									else vErrors.push(err0);
									errors++;
								}
								var _valid0 = _errs7 === errors;
								valid1 = valid1 || _valid0;
							}
							if (!valid1) {
								const err1 = 0;
								if (vErrors === null) vErrors = [err1];
								else vErrors.push(err1);
								errors++;
								validate74.errors = vErrors;
								return false;
							} else {
								errors = _errs5;
								if (vErrors !== null) {
									if (_errs5) vErrors.length = _errs5;
									else vErrors = null;
								}
							}
							var valid0 = _errs4 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.timestamp !== void 0) {
								let data3 = data.timestamp;
								const _errs9 = errors;
								if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
									validate74.errors = [0];
									return false;
								}
								if (errors === _errs9) {
									if (typeof data3 == "number") {
										if (data3 > 9007199254740991 || isNaN(data3)) {
											validate74.errors = [0];
											return false;
										} else if (data3 < 0 || isNaN(data3)) {
											validate74.errors = [0];
											return false;
										}
									}
								}
								var valid0 = _errs9 === errors;
							} else var valid0 = true;
						}
					}
				}
			}
		} else {
			validate74.errors = [0];
			return false;
		}
	}
	validate74.errors = vErrors;
	return errors === 0;
}
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate73.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate73.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate73.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate74(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate73.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate73.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate73.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate73.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate73.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate73.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate73.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate73.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate73.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate73.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate73.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate73.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate73.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate73.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate73.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate73.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate73.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate73.errors = [0];
			return false;
		}
	}
	validate73.errors = vErrors;
	return errors === 0;
}
var check7 = validate80;
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.price === void 0 && "price" || data.size === void 0 && "size") {
			validate82.errors = [0];
			return false;
		} else {
			if (data.price !== void 0) {
				if (!(typeof data.price == "number")) {
					validate82.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.size !== void 0) {
					if (!(typeof data.size == "number")) {
						validate82.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
			}
		}
	} else {
		validate82.errors = [0];
		return false;
	}
	validate82.errors = vErrors;
	return true;
}
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.version === void 0 && "version" || data.follows === void 0 && "follows" || data.time === void 0 && "time" || data.received === void 0 && "received" || data.bids === void 0 && "bids" || data.asks === void 0 && "asks") {
				validate81.errors = [0];
				return false;
			} else {
				if (data.version !== void 0) {
					let data0 = data.version;
					const _errs1 = errors;
					if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
						validate81.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.follows !== void 0) {
						let data1 = data.follows;
						const _errs3 = errors;
						if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1)) && data1 !== null) {
							validate81.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.time !== void 0) {
							let data2 = data.time;
							const _errs5 = errors;
							if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
								validate81.errors = [0];
								return false;
							}
							if (errors === _errs5) {
								if (typeof data2 == "number") {
									if (data2 > 9007199254740991 || isNaN(data2)) {
										validate81.errors = [0];
										return false;
									} else if (data2 < 0 || isNaN(data2)) {
										validate81.errors = [0];
										return false;
									}
								}
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.received !== void 0) {
								let data3 = data.received;
								const _errs7 = errors;
								if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
									validate81.errors = [0];
									return false;
								}
								if (errors === _errs7) {
									if (typeof data3 == "number") {
										if (data3 > 9007199254740991 || isNaN(data3)) {
											validate81.errors = [0];
											return false;
										} else if (data3 < 0 || isNaN(data3)) {
											validate81.errors = [0];
											return false;
										}
									}
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.bids !== void 0) {
									let data4 = data.bids;
									const _errs9 = errors;
									if (errors === _errs9) {
										if (Array.isArray(data4)) {
											const len0 = data4.length;
											for (let i0 = 0; i0 < len0; i0++) {
												const _errs11 = errors;
												if (!validate82(data4[i0], {
													instancePath: instancePath + "/bids/" + i0,
													parentData: data4,
													parentDataProperty: i0,
													rootData
												})) {
													vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
													errors = vErrors.length;
												}
												if (!(_errs11 === errors)) break;
											}
										} else {
											validate81.errors = [0];
											return false;
										}
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.asks !== void 0) {
										let data6 = data.asks;
										const _errs12 = errors;
										if (errors === _errs12) {
											if (Array.isArray(data6)) {
												const len1 = data6.length;
												for (let i1 = 0; i1 < len1; i1++) {
													const _errs14 = errors;
													if (!validate82(data6[i1], {
														instancePath: instancePath + "/asks/" + i1,
														parentData: data6,
														parentDataProperty: i1,
														rootData
													})) {
														vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
														errors = vErrors.length;
													}
													if (!(_errs14 === errors)) break;
												}
											} else {
												validate81.errors = [0];
												return false;
											}
										}
										var valid0 = _errs12 === errors;
									} else var valid0 = true;
								}
							}
						}
					}
				}
			}
		} else {
			validate81.errors = [0];
			return false;
		}
	}
	validate81.errors = vErrors;
	return errors === 0;
}
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate80.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate80.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate80.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate81(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate80.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate80.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate80.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate80.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate80.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate80.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate80.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate80.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate80.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate80.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate80.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate80.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate80.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate80.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate80.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate80.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate80.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate80.errors = [0];
			return false;
		}
	}
	validate80.errors = vErrors;
	return errors === 0;
}
var check8 = validate86;
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.equity === void 0 && "equity" || data.balance === void 0 && "balance" || data.unrealizedPL === void 0 && "unrealizedPL" || data.realizedPL === void 0 && "realizedPL") {
			validate87.errors = [0];
			return false;
		} else {
			if (data.equity !== void 0) {
				if (!(typeof data.equity == "number")) {
					validate87.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.balance !== void 0) {
					if (!(typeof data.balance == "number")) {
						validate87.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.unrealizedPL !== void 0) {
						if (!(typeof data.unrealizedPL == "number")) {
							validate87.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.realizedPL !== void 0) {
							if (!(typeof data.realizedPL == "number")) {
								validate87.errors = [0];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
					}
				}
			}
		}
	} else {
		validate87.errors = [0];
		return false;
	}
	validate87.errors = vErrors;
	return true;
}
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate86.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate86.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate86.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate87(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate86.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate86.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate86.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate86.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate86.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate86.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate86.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate86.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate86.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate86.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate86.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate86.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate86.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate86.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate86.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate86.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate86.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate86.errors = [0];
			return false;
		}
	}
	validate86.errors = vErrors;
	return errors === 0;
}
var check9 = validate89;
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0 && "code" || data.message === void 0 && "message" || data.temporary === void 0 && "temporary") {
			validate91.errors = [0];
			return false;
		} else {
			if (data.code !== void 0) {
				if (typeof data.code !== "string") {
					validate91.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.message !== void 0) {
					if (typeof data.message !== "string") {
						validate91.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.temporary !== void 0) {
						if (typeof data.temporary !== "boolean") {
							validate91.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate91.errors = [0];
		return false;
	}
	validate91.errors = vErrors;
	return true;
}
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate89.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						const _errs2 = errors;
						if (!validate91(data.payload, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
							errors = vErrors.length;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate89.errors = [0];
			return false;
		}
	}
	validate89.errors = vErrors;
	return errors === 0;
}
var check10 = validate93;
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.id === void 0 && "id" || data.orderId === void 0 && "orderId" || data.symbol === void 0 && "symbol" || data.price === void 0 && "price" || data.qty === void 0 && "qty" || data.side === void 0 && "side" || data.time === void 0 && "time" || data.commission === void 0 && "commission") {
				validate94.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate94.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.orderId !== void 0) {
						const _errs3 = errors;
						if (typeof data.orderId !== "string") {
							validate94.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.symbol !== void 0) {
							const _errs5 = errors;
							if (typeof data.symbol !== "string") {
								validate94.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.price !== void 0) {
								const _errs7 = errors;
								if (!(typeof data.price == "number")) {
									validate94.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.qty !== void 0) {
									const _errs9 = errors;
									if (!(typeof data.qty == "number")) {
										validate94.errors = [0];
										return false;
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.side !== void 0) {
										const _errs11 = errors;
										if (!validate41(data.side, {
											instancePath: instancePath + "/side",
											parentData: data,
											parentDataProperty: "side",
											rootData
										})) {
											vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
											errors = vErrors.length;
										}
										var valid0 = _errs11 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.time !== void 0) {
											let data6 = data.time;
											const _errs12 = errors;
											if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6))) {
												validate94.errors = [0];
												return false;
											}
											if (errors === _errs12) {
												if (typeof data6 == "number") {
													if (data6 > 9007199254740991 || isNaN(data6)) {
														validate94.errors = [0];
														return false;
													} else if (data6 < 0 || isNaN(data6)) {
														validate94.errors = [0];
														return false;
													}
												}
											}
											var valid0 = _errs12 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.commission !== void 0) {
												const _errs14 = errors;
												if (!(typeof data.commission == "number")) {
													validate94.errors = [0];
													return false;
												}
												var valid0 = _errs14 === errors;
											} else var valid0 = true;
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate94.errors = [0];
			return false;
		}
	}
	validate94.errors = vErrors;
	return errors === 0;
}
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate93.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate93.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate93.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate94(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate93.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate93.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate93.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate93.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate93.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate93.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate93.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate93.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate93.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate93.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate93.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate93.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate93.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate93.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate93.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate93.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate93.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate93.errors = [0];
			return false;
		}
	}
	validate93.errors = vErrors;
	return errors === 0;
}
var check11 = validate97;
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.symbol === void 0 && "symbol" || data.state === void 0 && "state" || data.since === void 0 && "since" || data.stale_after === void 0 && "stale_after" || data.next_open === void 0 && "next_open" || data.next_close === void 0 && "next_close" || data.reason === void 0 && "reason") {
				validate98.errors = [0];
				return false;
			} else {
				if (data.symbol !== void 0) {
					const _errs1 = errors;
					if (typeof data.symbol !== "string") {
						validate98.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.state !== void 0) {
						let data1 = data.state;
						const _errs3 = errors;
						if (typeof data1 !== "string") {
							validate98.errors = [0];
							return false;
						}
						if (!(data1 === "live" || data1 === "quiet" || data1 === "stale" || data1 === "closed" || data1 === "halted")) {
							validate98.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.since !== void 0) {
							let data2 = data.since;
							const _errs5 = errors;
							if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
								validate98.errors = [0];
								return false;
							}
							if (errors === _errs5) {
								if (typeof data2 == "number") {
									if (data2 > 9007199254740991 || isNaN(data2)) {
										validate98.errors = [0];
										return false;
									} else if (data2 < 0 || isNaN(data2)) {
										validate98.errors = [0];
										return false;
									}
								}
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.stale_after !== void 0) {
								let data3 = data.stale_after;
								const _errs7 = errors;
								if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
									validate98.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.next_open !== void 0) {
									let data4 = data.next_open;
									const _errs9 = errors;
									const _errs10 = errors;
									let valid1 = false;
									const _errs11 = errors;
									if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
										const err0 = 0;
										if (vErrors === null) vErrors = [err0];
										else vErrors.push(err0);
										errors++;
									}
									if (errors === _errs11) {
										if (typeof data4 == "number") {
											if (data4 > 9007199254740991 || isNaN(data4)) {
												const err1 = 0;
												if (vErrors === null) vErrors = [err1];
												else vErrors.push(err1);
												errors++;
											} else if (data4 < 0 || isNaN(data4)) {
												const err2 = 0;
												if (vErrors === null) vErrors = [err2];
												else vErrors.push(err2);
												errors++;
											}
										}
									}
									var _valid0 = _errs11 === errors;
									valid1 = valid1 || _valid0;
									if (!valid1) {
										const _errs13 = errors;
										if (data4 !== null) {
											const err3 = 0;
											if (vErrors === null) vErrors = [err3];
											else vErrors.push(err3);
											errors++;
										}
										var _valid0 = _errs13 === errors;
										valid1 = valid1 || _valid0;
									}
									if (!valid1) {
										const err4 = 0;
										if (vErrors === null) vErrors = [err4];
										else vErrors.push(err4);
										errors++;
										validate98.errors = vErrors;
										return false;
									} else {
										errors = _errs10;
										if (vErrors !== null) {
											if (_errs10) vErrors.length = _errs10;
											else vErrors = null;
										}
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.next_close !== void 0) {
										let data5 = data.next_close;
										const _errs15 = errors;
										const _errs16 = errors;
										let valid2 = false;
										const _errs17 = errors;
										if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
											const err5 = 0;
											if (vErrors === null) vErrors = [err5];
											else vErrors.push(err5);
											errors++;
										}
										if (errors === _errs17) {
											if (typeof data5 == "number") {
												if (data5 > 9007199254740991 || isNaN(data5)) {
													const err6 = 0;
													if (vErrors === null) vErrors = [err6];
													else vErrors.push(err6);
													errors++;
												} else if (data5 < 0 || isNaN(data5)) {
													const err7 = 0;
													if (vErrors === null) vErrors = [err7];
													else vErrors.push(err7);
													errors++;
												}
											}
										}
										var _valid1 = _errs17 === errors;
										valid2 = valid2 || _valid1;
										if (!valid2) {
											const _errs19 = errors;
											if (data5 !== null) {
												const err8 = 0;
												if (vErrors === null) vErrors = [err8];
												else vErrors.push(err8);
												errors++;
											}
											var _valid1 = _errs19 === errors;
											valid2 = valid2 || _valid1;
										}
										if (!valid2) {
											const err9 = 0;
											if (vErrors === null) vErrors = [err9];
											else vErrors.push(err9);
											errors++;
											validate98.errors = vErrors;
											return false;
										} else {
											errors = _errs16;
											if (vErrors !== null) {
												if (_errs16) vErrors.length = _errs16;
												else vErrors = null;
											}
										}
										var valid0 = _errs15 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.reason !== void 0) {
											let data6 = data.reason;
											const _errs21 = errors;
											if (typeof data6 !== "string" && data6 !== null) {
												validate98.errors = [0];
												return false;
											}
											var valid0 = _errs21 === errors;
										} else var valid0 = true;
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate98.errors = [0];
			return false;
		}
	}
	validate98.errors = vErrors;
	return errors === 0;
}
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate97.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate97.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate97.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate98(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate97.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate97.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate97.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate97.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate97.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate97.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate97.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate97.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate97.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate97.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate97.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate97.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate97.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate97.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate97.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate97.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate97.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate97.errors = [0];
			return false;
		}
	}
	validate97.errors = vErrors;
	return errors === 0;
}
var check12 = validate100;
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.datetime === void 0 && "datetime") {
				validate106.errors = [0];
				return false;
			} else {
				if (data.type !== void 0) {
					let data0 = data.type;
					const _errs1 = errors;
					if (typeof data0 !== "string") {
						validate106.errors = [0];
						return false;
					}
					if (!(data0 === "DAY" || data0 === "GTC" || data0 === "GTD" || data0 === "IOC" || data0 === "FOK")) {
						validate106.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.datetime !== void 0) {
						let data1 = data.datetime;
						const _errs3 = errors;
						const _errs4 = errors;
						let valid1 = false;
						const _errs5 = errors;
						if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
							const err0 = 0;
							if (vErrors === null) vErrors = [err0];
							else vErrors.push(err0);
							errors++;
						}
						if (errors === _errs5) {
							if (typeof data1 == "number") {
								if (data1 > 9007199254740991 || isNaN(data1)) {
									const err1 = 0;
									if (vErrors === null) vErrors = [err1];
									else vErrors.push(err1);
									errors++;
								} else if (data1 < 0 || isNaN(data1)) {
									const err2 = 0;
									if (vErrors === null) vErrors = [err2];
									else vErrors.push(err2);
									errors++;
								}
							}
						}
						var _valid0 = _errs5 === errors;
						valid1 = valid1 || _valid0;
						if (!valid1) {
							const _errs7 = errors;
							if (data1 !== null) {
								const err3 = 0;
								if (vErrors === null) vErrors = [err3];
								else vErrors.push(err3);
								errors++;
							}
							var _valid0 = _errs7 === errors;
							valid1 = valid1 || _valid0;
						}
						if (!valid1) {
							const err4 = 0;
							if (vErrors === null) vErrors = [err4];
							else vErrors.push(err4);
							errors++;
							validate106.errors = vErrors;
							return false;
						} else {
							errors = _errs4;
							if (vErrors !== null) {
								if (_errs4) vErrors.length = _errs4;
								else vErrors = null;
							}
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate106.errors = [0];
			return false;
		}
	}
	validate106.errors = vErrors;
	return errors === 0;
}
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data))) {
		validate108.errors = [0];
		return false;
	}
	if (!(data === 1 || data === 2)) {
		validate108.errors = [0];
		return false;
	}
	validate108.errors = vErrors;
	return true;
}
function validate110(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.type === void 0 && "type" || data.text === void 0 && "text") {
			validate110.errors = [0];
			return false;
		} else {
			if (data.type !== void 0) {
				let data0 = data.type;
				if (typeof data0 !== "string") {
					validate110.errors = [0];
					return false;
				}
				if (!(data0 === "information" || data0 === "warning" || data0 === "error")) {
					validate110.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.text !== void 0) {
					if (typeof data.text !== "string") {
						validate110.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
			}
		}
	} else {
		validate110.errors = [0];
		return false;
	}
	validate110.errors = vErrors;
	return true;
}
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.id === void 0 && "id" || data.symbol === void 0 && "symbol" || data.type === void 0 && "type" || data.side === void 0 && "side" || data.qty === void 0 && "qty" || data.status === void 0 && "status" || data.limitPrice === void 0 && "limitPrice" || data.stopPrice === void 0 && "stopPrice" || data.takeProfit === void 0 && "takeProfit" || data.stopLoss === void 0 && "stopLoss" || data.guaranteedStop === void 0 && "guaranteedStop" || data.trailingStopPips === void 0 && "trailingStopPips" || data.stopType === void 0 && "stopType" || data.duration === void 0 && "duration" || data.filledQty === void 0 && "filledQty" || data.avgPrice === void 0 && "avgPrice" || data.parentId === void 0 && "parentId" || data.parentType === void 0 && "parentType" || data.message === void 0 && "message" || data.updateTime === void 0 && "updateTime" || data.reason === void 0 && "reason" || data.pending === void 0 && "pending" || data.clientOrderId === void 0 && "clientOrderId" || data.ocoGroup === void 0 && "ocoGroup" || data.reduceOnly === void 0 && "reduceOnly") {
				validate101.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate101.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.symbol !== void 0) {
						const _errs3 = errors;
						if (typeof data.symbol !== "string") {
							validate101.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.type !== void 0) {
							const _errs5 = errors;
							if (!validate39(data.type, {
								instancePath: instancePath + "/type",
								parentData: data,
								parentDataProperty: "type",
								rootData
							})) {
								vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
								errors = vErrors.length;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.side !== void 0) {
								const _errs6 = errors;
								if (!validate41(data.side, {
									instancePath: instancePath + "/side",
									parentData: data,
									parentDataProperty: "side",
									rootData
								})) {
									vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
									errors = vErrors.length;
								}
								var valid0 = _errs6 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.qty !== void 0) {
									const _errs7 = errors;
									if (!(typeof data.qty == "number")) {
										validate101.errors = [0];
										return false;
									}
									var valid0 = _errs7 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.status !== void 0) {
										const _errs9 = errors;
										if (!validate43(data.status, {
											instancePath: instancePath + "/status",
											parentData: data,
											parentDataProperty: "status",
											rootData
										})) {
											vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
											errors = vErrors.length;
										}
										var valid0 = _errs9 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.limitPrice !== void 0) {
											let data6 = data.limitPrice;
											const _errs10 = errors;
											if (!(typeof data6 == "number") && data6 !== null) {
												validate101.errors = [0];
												return false;
											}
											var valid0 = _errs10 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.stopPrice !== void 0) {
												let data7 = data.stopPrice;
												const _errs12 = errors;
												if (!(typeof data7 == "number") && data7 !== null) {
													validate101.errors = [0];
													return false;
												}
												var valid0 = _errs12 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.takeProfit !== void 0) {
													let data8 = data.takeProfit;
													const _errs14 = errors;
													if (!(typeof data8 == "number") && data8 !== null) {
														validate101.errors = [0];
														return false;
													}
													var valid0 = _errs14 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.stopLoss !== void 0) {
														let data9 = data.stopLoss;
														const _errs16 = errors;
														if (!(typeof data9 == "number") && data9 !== null) {
															validate101.errors = [0];
															return false;
														}
														var valid0 = _errs16 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.guaranteedStop !== void 0) {
															let data10 = data.guaranteedStop;
															const _errs18 = errors;
															if (!(typeof data10 == "number") && data10 !== null) {
																validate101.errors = [0];
																return false;
															}
															var valid0 = _errs18 === errors;
														} else var valid0 = true;
														if (valid0) {
															if (data.trailingStopPips !== void 0) {
																let data11 = data.trailingStopPips;
																const _errs20 = errors;
																if (!(typeof data11 == "number") && data11 !== null) {
																	validate101.errors = [0];
																	return false;
																}
																var valid0 = _errs20 === errors;
															} else var valid0 = true;
															if (valid0) {
																if (data.stopType !== void 0) {
																	let data12 = data.stopType;
																	const _errs22 = errors;
																	const _errs23 = errors;
																	let valid1 = false;
																	const _errs24 = errors;
																	if (!validate45(data12, {
																		instancePath: instancePath + "/stopType",
																		parentData: data,
																		parentDataProperty: "stopType",
																		rootData
																	})) {
																		vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
																		errors = vErrors.length;
																	}
																	var _valid0 = _errs24 === errors;
																	valid1 = valid1 || _valid0;
																	if (!valid1) {
																		const _errs25 = errors;
																		if (data12 !== null) {
																			const err0 = 0;
																			if (vErrors === null) vErrors = [err0];
																			else vErrors.push(err0);
																			errors++;
																		}
																		var _valid0 = _errs25 === errors;
																		valid1 = valid1 || _valid0;
																	}
																	if (!valid1) {
																		const err1 = 0;
																		if (vErrors === null) vErrors = [err1];
																		else vErrors.push(err1);
																		errors++;
																		validate101.errors = vErrors;
																		return false;
																	} else {
																		errors = _errs23;
																		if (vErrors !== null) {
																			if (_errs23) vErrors.length = _errs23;
																			else vErrors = null;
																		}
																	}
																	var valid0 = _errs22 === errors;
																} else var valid0 = true;
																if (valid0) {
																	if (data.duration !== void 0) {
																		let data13 = data.duration;
																		const _errs27 = errors;
																		const _errs28 = errors;
																		let valid2 = false;
																		const _errs29 = errors;
																		if (!validate106(data13, {
																			instancePath: instancePath + "/duration",
																			parentData: data,
																			parentDataProperty: "duration",
																			rootData
																		})) {
																			vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
																			errors = vErrors.length;
																		}
																		var _valid1 = _errs29 === errors;
																		valid2 = valid2 || _valid1;
																		if (!valid2) {
																			const _errs30 = errors;
																			if (data13 !== null) {
																				const err2 = 0;
																				if (vErrors === null) vErrors = [err2];
																				else vErrors.push(err2);
																				errors++;
																			}
																			var _valid1 = _errs30 === errors;
																			valid2 = valid2 || _valid1;
																		}
																		if (!valid2) {
																			const err3 = 0;
																			if (vErrors === null) vErrors = [err3];
																			else vErrors.push(err3);
																			errors++;
																			validate101.errors = vErrors;
																			return false;
																		} else {
																			errors = _errs28;
																			if (vErrors !== null) {
																				if (_errs28) vErrors.length = _errs28;
																				else vErrors = null;
																			}
																		}
																		var valid0 = _errs27 === errors;
																	} else var valid0 = true;
																	if (valid0) {
																		if (data.filledQty !== void 0) {
																			const _errs32 = errors;
																			if (!(typeof data.filledQty == "number")) {
																				validate101.errors = [0];
																				return false;
																			}
																			var valid0 = _errs32 === errors;
																		} else var valid0 = true;
																		if (valid0) {
																			if (data.avgPrice !== void 0) {
																				let data15 = data.avgPrice;
																				const _errs34 = errors;
																				if (!(typeof data15 == "number") && data15 !== null) {
																					validate101.errors = [0];
																					return false;
																				}
																				var valid0 = _errs34 === errors;
																			} else var valid0 = true;
																			if (valid0) {
																				if (data.parentId !== void 0) {
																					let data16 = data.parentId;
																					const _errs36 = errors;
																					if (typeof data16 !== "string" && data16 !== null) {
																						validate101.errors = [0];
																						return false;
																					}
																					var valid0 = _errs36 === errors;
																				} else var valid0 = true;
																				if (valid0) {
																					if (data.parentType !== void 0) {
																						let data17 = data.parentType;
																						const _errs38 = errors;
																						const _errs39 = errors;
																						let valid3 = false;
																						const _errs40 = errors;
																						if (!validate108(data17, {
																							instancePath: instancePath + "/parentType",
																							parentData: data,
																							parentDataProperty: "parentType",
																							rootData
																						})) {
																							vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
																							errors = vErrors.length;
																						}
																						var _valid2 = _errs40 === errors;
																						valid3 = valid3 || _valid2;
																						if (!valid3) {
																							const _errs41 = errors;
																							if (data17 !== null) {
																								const err4 = 0;
																								if (vErrors === null) vErrors = [err4];
																								else vErrors.push(err4);
																								errors++;
																							}
																							var _valid2 = _errs41 === errors;
																							valid3 = valid3 || _valid2;
																						}
																						if (!valid3) {
																							const err5 = 0;
																							if (vErrors === null) vErrors = [err5];
																							else vErrors.push(err5);
																							errors++;
																							validate101.errors = vErrors;
																							return false;
																						} else {
																							errors = _errs39;
																							if (vErrors !== null) {
																								if (_errs39) vErrors.length = _errs39;
																								else vErrors = null;
																							}
																						}
																						var valid0 = _errs38 === errors;
																					} else var valid0 = true;
																					if (valid0) {
																						if (data.message !== void 0) {
																							let data18 = data.message;
																							const _errs43 = errors;
																							const _errs44 = errors;
																							let valid4 = false;
																							const _errs45 = errors;
																							if (!validate110(data18, {
																								instancePath: instancePath + "/message",
																								parentData: data,
																								parentDataProperty: "message",
																								rootData
																							})) {
																								vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
																								errors = vErrors.length;
																							}
																							var _valid3 = _errs45 === errors;
																							valid4 = valid4 || _valid3;
																							if (!valid4) {
																								const _errs46 = errors;
																								if (data18 !== null) {
																									const err6 = 0;
																									if (vErrors === null) vErrors = [err6];
																									else vErrors.push(err6);
																									errors++;
																								}
																								var _valid3 = _errs46 === errors;
																								valid4 = valid4 || _valid3;
																							}
																							if (!valid4) {
																								const err7 = 0;
																								if (vErrors === null) vErrors = [err7];
																								else vErrors.push(err7);
																								errors++;
																								validate101.errors = vErrors;
																								return false;
																							} else {
																								errors = _errs44;
																								if (vErrors !== null) {
																									if (_errs44) vErrors.length = _errs44;
																									else vErrors = null;
																								}
																							}
																							var valid0 = _errs43 === errors;
																						} else var valid0 = true;
																						if (valid0) {
																							if (data.updateTime !== void 0) {
																								let data19 = data.updateTime;
																								const _errs48 = errors;
																								if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19))) {
																									validate101.errors = [0];
																									return false;
																								}
																								if (errors === _errs48) {
																									if (typeof data19 == "number") {
																										if (data19 > 9007199254740991 || isNaN(data19)) {
																											validate101.errors = [0];
																											return false;
																										} else if (data19 < 0 || isNaN(data19)) {
																											validate101.errors = [0];
																											return false;
																										}
																									}
																								}
																								var valid0 = _errs48 === errors;
																							} else var valid0 = true;
																							if (valid0) {
																								if (data.reason !== void 0) {
																									let data20 = data.reason;
																									const _errs50 = errors;
																									if (typeof data20 !== "string" && data20 !== null) {
																										validate101.errors = [0];
																										return false;
																									}
																									var valid0 = _errs50 === errors;
																								} else var valid0 = true;
																								if (valid0) {
																									if (data.pending !== void 0) {
																										let data21 = data.pending;
																										const _errs52 = errors;
																										const _errs53 = errors;
																										let valid5 = false;
																										const _errs54 = errors;
																										if (typeof data21 !== "string") {
																											const err8 = 0;
																											if (vErrors === null) vErrors = [err8];
																											else vErrors.push(err8);
																											errors++;
																										}
																										if (!(data21 === "modify" || data21 === "cancel")) {
																											const err9 = 0;
																											if (vErrors === null) vErrors = [err9];
																											else vErrors.push(err9);
																											errors++;
																										}
																										var _valid4 = _errs54 === errors;
																										valid5 = valid5 || _valid4;
																										if (!valid5) {
																											const _errs56 = errors;
																											if (data21 !== null) {
																												const err10 = 0;
																												if (vErrors === null) vErrors = [err10];
																												else vErrors.push(err10);
																												errors++;
																											}
																											var _valid4 = _errs56 === errors;
																											valid5 = valid5 || _valid4;
																										}
																										if (!valid5) {
																											const err11 = 0;
																											if (vErrors === null) vErrors = [err11];
																											else vErrors.push(err11);
																											errors++;
																											validate101.errors = vErrors;
																											return false;
																										} else {
																											errors = _errs53;
																											if (vErrors !== null) {
																												if (_errs53) vErrors.length = _errs53;
																												else vErrors = null;
																											}
																										}
																										var valid0 = _errs52 === errors;
																									} else var valid0 = true;
																									if (valid0) {
																										if (data.clientOrderId !== void 0) {
																											let data22 = data.clientOrderId;
																											const _errs58 = errors;
																											if (typeof data22 !== "string" && data22 !== null) {
																												validate101.errors = [0];
																												return false;
																											}
																											var valid0 = _errs58 === errors;
																										} else var valid0 = true;
																										if (valid0) {
																											if (data.ocoGroup !== void 0) {
																												let data23 = data.ocoGroup;
																												const _errs60 = errors;
																												if (typeof data23 !== "string" && data23 !== null) {
																													validate101.errors = [0];
																													return false;
																												}
																												var valid0 = _errs60 === errors;
																											} else var valid0 = true;
																											if (valid0) {
																												if (data.reduceOnly !== void 0) {
																													const _errs62 = errors;
																													if (typeof data.reduceOnly !== "boolean") {
																														validate101.errors = [0];
																														return false;
																													}
																													var valid0 = _errs62 === errors;
																												} else var valid0 = true;
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate101.errors = [0];
			return false;
		}
	}
	validate101.errors = vErrors;
	return errors === 0;
}
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate100.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate100.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate100.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate101(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate100.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate100.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate100.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate100.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate100.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate100.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate100.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate100.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate100.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate100.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate100.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate100.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate100.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate100.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate100.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate100.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate100.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate100.errors = [0];
			return false;
		}
	}
	validate100.errors = vErrors;
	return errors === 0;
}
var check13 = validate113;
function validate115(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.ts === void 0 && "ts" || data.contract === void 0 && "contract") {
			validate115.errors = [0];
			return false;
		} else {
			if (data.t !== void 0) {
				if (!(typeof data.t == "number")) {
					validate115.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.ts !== void 0) {
					let data1 = data.ts;
					if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
						validate115.errors = [0];
						return false;
					}
					if (typeof data1 == "number") {
						if (data1 > 9007199254740991 || isNaN(data1)) {
							validate115.errors = [0];
							return false;
						} else if (data1 < 0 || isNaN(data1)) {
							validate115.errors = [0];
							return false;
						}
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.contract !== void 0) {
						let data2 = data.contract;
						if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
							validate115.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
				}
			}
		}
	} else {
		validate115.errors = [0];
		return false;
	}
	validate115.errors = vErrors;
	return true;
}
function validate113(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate113.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (!validate25(data.id, {
						instancePath: instancePath + "/id",
						parentData: data,
						parentDataProperty: "id",
						rootData
					})) {
						vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
						errors = vErrors.length;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.payload !== void 0) {
						const _errs2 = errors;
						if (!validate115(data.payload, {
							instancePath: instancePath + "/payload",
							parentData: data,
							parentDataProperty: "payload",
							rootData
						})) {
							vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
							errors = vErrors.length;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
				}
			}
		} else {
			validate113.errors = [0];
			return false;
		}
	}
	validate113.errors = vErrors;
	return errors === 0;
}
var check14 = validate117;
function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.id === void 0 && "id" || data.symbol === void 0 && "symbol" || data.qty === void 0 && "qty" || data.side === void 0 && "side" || data.avgPrice === void 0 && "avgPrice") {
				validate118.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate118.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.symbol !== void 0) {
						const _errs3 = errors;
						if (typeof data.symbol !== "string") {
							validate118.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.qty !== void 0) {
							const _errs5 = errors;
							if (!(typeof data.qty == "number")) {
								validate118.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.side !== void 0) {
								const _errs7 = errors;
								if (!validate41(data.side, {
									instancePath: instancePath + "/side",
									parentData: data,
									parentDataProperty: "side",
									rootData
								})) {
									vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
									errors = vErrors.length;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.avgPrice !== void 0) {
									const _errs8 = errors;
									if (!(typeof data.avgPrice == "number")) {
										validate118.errors = [0];
										return false;
									}
									var valid0 = _errs8 === errors;
								} else var valid0 = true;
							}
						}
					}
				}
			}
		} else {
			validate118.errors = [0];
			return false;
		}
	}
	validate118.errors = vErrors;
	return errors === 0;
}
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate117.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate117.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate117.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate118(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate117.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate117.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate117.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate117.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate117.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate117.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate117.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate117.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate117.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate117.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate117.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate117.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate117.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate117.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate117.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate117.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate117.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate117.errors = [0];
			return false;
		}
	}
	validate117.errors = vErrors;
	return errors === 0;
}
var check15 = validate121;
function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.lp === void 0 && "lp" || data.ask === void 0 && "ask" || data.bid === void 0 && "bid" || data.spread === void 0 && "spread" || data.open_price === void 0 && "open_price" || data.high_price === void 0 && "high_price" || data.low_price === void 0 && "low_price" || data.prev_close_price === void 0 && "prev_close_price" || data.volume === void 0 && "volume" || data.ch === void 0 && "ch" || data.chp === void 0 && "chp" || data.short_name === void 0 && "short_name" || data.exchange === void 0 && "exchange" || data.description === void 0 && "description" || data.original_name === void 0 && "original_name" || data.time === void 0 && "time" || data.received === void 0 && "received") {
				validate123.errors = [0];
				return false;
			} else {
				if (data.lp !== void 0) {
					const _errs1 = errors;
					if (!(typeof data.lp == "number")) {
						validate123.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.ask !== void 0) {
						const _errs3 = errors;
						if (!(typeof data.ask == "number")) {
							validate123.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.bid !== void 0) {
							const _errs5 = errors;
							if (!(typeof data.bid == "number")) {
								validate123.errors = [0];
								return false;
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.spread !== void 0) {
								const _errs7 = errors;
								if (!(typeof data.spread == "number")) {
									validate123.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.open_price !== void 0) {
									const _errs9 = errors;
									if (!(typeof data.open_price == "number")) {
										validate123.errors = [0];
										return false;
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.high_price !== void 0) {
										const _errs11 = errors;
										if (!(typeof data.high_price == "number")) {
											validate123.errors = [0];
											return false;
										}
										var valid0 = _errs11 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.low_price !== void 0) {
											const _errs13 = errors;
											if (!(typeof data.low_price == "number")) {
												validate123.errors = [0];
												return false;
											}
											var valid0 = _errs13 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.prev_close_price !== void 0) {
												const _errs15 = errors;
												if (!(typeof data.prev_close_price == "number")) {
													validate123.errors = [0];
													return false;
												}
												var valid0 = _errs15 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.volume !== void 0) {
													const _errs17 = errors;
													if (!(typeof data.volume == "number")) {
														validate123.errors = [0];
														return false;
													}
													var valid0 = _errs17 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.ch !== void 0) {
														const _errs19 = errors;
														if (!(typeof data.ch == "number")) {
															validate123.errors = [0];
															return false;
														}
														var valid0 = _errs19 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.chp !== void 0) {
															const _errs21 = errors;
															if (!(typeof data.chp == "number")) {
																validate123.errors = [0];
																return false;
															}
															var valid0 = _errs21 === errors;
														} else var valid0 = true;
														if (valid0) {
															if (data.short_name !== void 0) {
																const _errs23 = errors;
																if (typeof data.short_name !== "string") {
																	validate123.errors = [0];
																	return false;
																}
																var valid0 = _errs23 === errors;
															} else var valid0 = true;
															if (valid0) {
																if (data.exchange !== void 0) {
																	const _errs25 = errors;
																	if (typeof data.exchange !== "string") {
																		validate123.errors = [0];
																		return false;
																	}
																	var valid0 = _errs25 === errors;
																} else var valid0 = true;
																if (valid0) {
																	if (data.description !== void 0) {
																		const _errs27 = errors;
																		if (typeof data.description !== "string") {
																			validate123.errors = [0];
																			return false;
																		}
																		var valid0 = _errs27 === errors;
																	} else var valid0 = true;
																	if (valid0) {
																		if (data.original_name !== void 0) {
																			const _errs29 = errors;
																			if (typeof data.original_name !== "string") {
																				validate123.errors = [0];
																				return false;
																			}
																			var valid0 = _errs29 === errors;
																		} else var valid0 = true;
																		if (valid0) {
																			if (data.time !== void 0) {
																				let data15 = data.time;
																				const _errs31 = errors;
																				if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15))) {
																					validate123.errors = [0];
																					return false;
																				}
																				if (errors === _errs31) {
																					if (typeof data15 == "number") {
																						if (data15 > 9007199254740991 || isNaN(data15)) {
																							validate123.errors = [0];
																							return false;
																						} else if (data15 < 0 || isNaN(data15)) {
																							validate123.errors = [0];
																							return false;
																						}
																					}
																				}
																				var valid0 = _errs31 === errors;
																			} else var valid0 = true;
																			if (valid0) {
																				if (data.received !== void 0) {
																					let data16 = data.received;
																					const _errs33 = errors;
																					const _errs34 = errors;
																					let valid1 = false;
																					const _errs35 = errors;
																					if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16))) {
																						const err0 = 0;
																						if (vErrors === null) vErrors = [err0];
																						else vErrors.push(err0);
																						errors++;
																					}
																					if (errors === _errs35) {
																						if (typeof data16 == "number") {
																							if (data16 > 9007199254740991 || isNaN(data16)) {
																								const err1 = 0;
																								if (vErrors === null) vErrors = [err1];
																								else vErrors.push(err1);
																								errors++;
																							} else if (data16 < 0 || isNaN(data16)) {
																								const err2 = 0;
																								if (vErrors === null) vErrors = [err2];
																								else vErrors.push(err2);
																								errors++;
																							}
																						}
																					}
																					var _valid0 = _errs35 === errors;
																					valid1 = valid1 || _valid0;
																					if (!valid1) {
																						const _errs37 = errors;
																						if (data16 !== null) {
																							const err3 = 0;
																							if (vErrors === null) vErrors = [err3];
																							else vErrors.push(err3);
																							errors++;
																						}
																						var _valid0 = _errs37 === errors;
																						valid1 = valid1 || _valid0;
																					}
																					if (!valid1) {
																						const err4 = 0;
																						if (vErrors === null) vErrors = [err4];
																						else vErrors.push(err4);
																						errors++;
																						validate123.errors = vErrors;
																						return false;
																					} else {
																						errors = _errs34;
																						if (vErrors !== null) {
																							if (_errs34) vErrors.length = _errs34;
																							else vErrors = null;
																						}
																					}
																					var valid0 = _errs33 === errors;
																				} else var valid0 = true;
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate123.errors = [0];
			return false;
		}
	}
	validate123.errors = vErrors;
	return errors === 0;
}
function validate125(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0 && "error") {
			validate125.errors = [0];
			return false;
		} else if (data.error !== void 0) {
			if (typeof data.error !== "string") {
				validate125.errors = [0];
				return false;
			}
		}
	} else {
		validate125.errors = [0];
		return false;
	}
	validate125.errors = vErrors;
	return true;
}
function validate122(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.s === void 0 && "s" || data.n === void 0 && "n" || data.v === void 0 && "v") {
				validate122.errors = [0];
				return false;
			} else {
				if (data.s !== void 0) {
					let data0 = data.s;
					const _errs1 = errors;
					if (typeof data0 !== "string") {
						validate122.errors = [0];
						return false;
					}
					if (!(data0 === "ok" || data0 === "error")) {
						validate122.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.n !== void 0) {
						const _errs3 = errors;
						if (typeof data.n !== "string") {
							validate122.errors = [0];
							return false;
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.v !== void 0) {
							let data2 = data.v;
							const _errs5 = errors;
							const _errs6 = errors;
							let valid1 = false;
							const _errs7 = errors;
							if (!validate123(data2, {
								instancePath: instancePath + "/v",
								parentData: data,
								parentDataProperty: "v",
								rootData
							})) {
								vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
								errors = vErrors.length;
							}
							var _valid0 = _errs7 === errors;
							valid1 = valid1 || _valid0;
							if (!valid1) {
								const _errs8 = errors;
								if (!validate125(data2, {
									instancePath: instancePath + "/v",
									parentData: data,
									parentDataProperty: "v",
									rootData
								})) {
									vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
									errors = vErrors.length;
								}
								var _valid0 = _errs8 === errors;
								valid1 = valid1 || _valid0;
							}
							if (!valid1) {
								const err0 = 0;
								if (vErrors === null) vErrors = [err0];
								else vErrors.push(err0);
								errors++;
								validate122.errors = vErrors;
								return false;
							} else {
								errors = _errs6;
								if (vErrors !== null) {
									if (_errs6) vErrors.length = _errs6;
									else vErrors = null;
								}
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
					}
				}
			}
		} else {
			validate122.errors = [0];
			return false;
		}
	}
	validate122.errors = vErrors;
	return errors === 0;
}
function validate121(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate121.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate121.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate121.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate122(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate121.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate121.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate121.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate121.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate121.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate121.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate121.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate121.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate121.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate121.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate121.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate121.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate121.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate121.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate121.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate121.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate121.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate121.errors = [0];
			return false;
		}
	}
	validate121.errors = vErrors;
	return errors === 0;
}
var check16 = validate128;
function validate129(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.grace_ms === void 0 && "grace_ms") {
			validate129.errors = [0];
			return false;
		} else if (data.grace_ms !== void 0) {
			let data0 = data.grace_ms;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
				validate129.errors = [0];
				return false;
			}
		}
	} else {
		validate129.errors = [0];
		return false;
	}
	validate129.errors = vErrors;
	return true;
}
function validate128(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate128.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				if (!validate129(data.payload, {
					instancePath: instancePath + "/payload",
					parentData: data,
					parentDataProperty: "payload",
					rootData
				})) {
					vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
					errors = vErrors.length;
				}
			}
		} else {
			validate128.errors = [0];
			return false;
		}
	}
	validate128.errors = vErrors;
	return errors === 0;
}
var check17 = validate131;
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.id === void 0 && "id" || data.time === void 0 && "time" || data.received === void 0 && "received" || data.price === void 0 && "price" || data.size === void 0 && "size" || data.side === void 0 && "side") {
				validate132.errors = [0];
				return false;
			} else {
				if (data.id !== void 0) {
					const _errs1 = errors;
					if (typeof data.id !== "string") {
						validate132.errors = [0];
						return false;
					}
					var valid0 = _errs1 === errors;
				} else var valid0 = true;
				if (valid0) {
					if (data.time !== void 0) {
						let data1 = data.time;
						const _errs3 = errors;
						if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
							validate132.errors = [0];
							return false;
						}
						if (errors === _errs3) {
							if (typeof data1 == "number") {
								if (data1 > 9007199254740991 || isNaN(data1)) {
									validate132.errors = [0];
									return false;
								} else if (data1 < 0 || isNaN(data1)) {
									validate132.errors = [0];
									return false;
								}
							}
						}
						var valid0 = _errs3 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.received !== void 0) {
							let data2 = data.received;
							const _errs5 = errors;
							if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
								validate132.errors = [0];
								return false;
							}
							if (errors === _errs5) {
								if (typeof data2 == "number") {
									if (data2 > 9007199254740991 || isNaN(data2)) {
										validate132.errors = [0];
										return false;
									} else if (data2 < 0 || isNaN(data2)) {
										validate132.errors = [0];
										return false;
									}
								}
							}
							var valid0 = _errs5 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.price !== void 0) {
								const _errs7 = errors;
								if (!(typeof data.price == "number")) {
									validate132.errors = [0];
									return false;
								}
								var valid0 = _errs7 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.size !== void 0) {
									const _errs9 = errors;
									if (!(typeof data.size == "number")) {
										validate132.errors = [0];
										return false;
									}
									var valid0 = _errs9 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.side !== void 0) {
										let data5 = data.side;
										const _errs11 = errors;
										const _errs12 = errors;
										let valid1 = false;
										const _errs13 = errors;
										if (typeof data5 !== "string") {
											const err0 = 0;
											if (vErrors === null) vErrors = [err0];
											else vErrors.push(err0);
											errors++;
										}
										if (!(data5 === "buy" || data5 === "sell")) {
											const err1 = 0;
											if (vErrors === null) vErrors = [err1];
											else vErrors.push(err1);
											errors++;
										}
										var _valid0 = _errs13 === errors;
										valid1 = valid1 || _valid0;
										if (!valid1) {
											const _errs15 = errors;
											if (data5 !== null) {
												const err2 = 0;
												if (vErrors === null) vErrors = [err2];
												else vErrors.push(err2);
												errors++;
											}
											var _valid0 = _errs15 === errors;
											valid1 = valid1 || _valid0;
										}
										if (!valid1) {
											const err3 = 0;
											if (vErrors === null) vErrors = [err3];
											else vErrors.push(err3);
											errors++;
											validate132.errors = vErrors;
											return false;
										} else {
											errors = _errs12;
											if (vErrors !== null) {
												if (_errs12) vErrors.length = _errs12;
												else vErrors = null;
											}
										}
										var valid0 = _errs11 === errors;
									} else var valid0 = true;
								}
							}
						}
					}
				}
			}
		} else {
			validate132.errors = [0];
			return false;
		}
	}
	validate132.errors = vErrors;
	return errors === 0;
}
function validate131(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate131.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate131.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate131.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate132(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate131.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate131.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate131.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate131.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate131.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate131.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate131.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate131.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate131.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate131.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate131.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate131.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate131.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate131.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate131.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate131.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate131.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate131.errors = [0];
			return false;
		}
	}
	validate131.errors = vErrors;
	return errors === 0;
}
var check18 = validate134;
function validate135(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.kind === void 0 && "kind" || data.name === void 0 && "name" || data.revision === void 0 && "revision" || data.updatedAt === void 0 && "updatedAt" || data.id === void 0 && "id" || data.deleted === void 0 && "deleted") {
			validate135.errors = [0];
			return false;
		} else {
			if (data.kind !== void 0) {
				let data0 = data.kind;
				if (typeof data0 !== "string") {
					validate135.errors = [0];
					return false;
				}
				if (!(data0 === "layout" || data0 === "watchlists" || data0 === "settings")) {
					validate135.errors = [0];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.name !== void 0) {
					if (typeof data.name !== "string") {
						validate135.errors = [0];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.revision !== void 0) {
						let data2 = data.revision;
						if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
							validate135.errors = [0];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.updatedAt !== void 0) {
							let data3 = data.updatedAt;
							if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
								validate135.errors = [0];
								return false;
							}
							if (typeof data3 == "number") {
								if (data3 > 9007199254740991 || isNaN(data3)) {
									validate135.errors = [0];
									return false;
								} else if (data3 < 0 || isNaN(data3)) {
									validate135.errors = [0];
									return false;
								}
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.id !== void 0) {
								if (typeof data.id !== "string") {
									validate135.errors = [0];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.deleted !== void 0) {
									if (typeof data.deleted !== "boolean") {
										validate135.errors = [0];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
							}
						}
					}
				}
			}
		}
	} else {
		validate135.errors = [0];
		return false;
	}
	validate135.errors = vErrors;
	return true;
}
function validate134(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.type === void 0 && "type" || data.payload === void 0 && "payload") {
				validate134.errors = [0];
				return false;
			} else if (data.payload !== void 0) {
				let data0 = data.payload;
				if (errors === errors) {
					if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
						if (data0.topic === void 0 && "topic" || data0.payload === void 0 && "payload" || data0.seq === void 0 && "seq" || data0.ts === void 0 && "ts") {
							validate134.errors = [0];
							return false;
						} else {
							if (data0.topic !== void 0) {
								const _errs3 = errors;
								if (typeof data0.topic !== "string") {
									validate134.errors = [0];
									return false;
								}
								var valid1 = _errs3 === errors;
							} else var valid1 = true;
							if (valid1) {
								if (data0.payload !== void 0) {
									const _errs5 = errors;
									if (!validate135(data0.payload, {
										instancePath: instancePath + "/payload/payload",
										parentData: data0,
										parentDataProperty: "payload",
										rootData
									})) {
										vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
										errors = vErrors.length;
									}
									var valid1 = _errs5 === errors;
								} else var valid1 = true;
								if (valid1) {
									if (data0.seq !== void 0) {
										let data3 = data0.seq;
										const _errs6 = errors;
										if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
											validate134.errors = [0];
											return false;
										}
										if (errors === _errs6) {
											if (typeof data3 == "number") {
												if (data3 > 9007199254740991 || isNaN(data3)) {
													validate134.errors = [0];
													return false;
												} else if (data3 < 0 || isNaN(data3)) {
													validate134.errors = [0];
													return false;
												}
											}
										}
										var valid1 = _errs6 === errors;
									} else var valid1 = true;
									if (valid1) {
										if (data0.ts !== void 0) {
											let data4 = data0.ts;
											const _errs8 = errors;
											if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
												validate134.errors = [0];
												return false;
											}
											if (errors === _errs8) {
												if (typeof data4 == "number") {
													if (data4 > 9007199254740991 || isNaN(data4)) {
														validate134.errors = [0];
														return false;
													} else if (data4 < 0 || isNaN(data4)) {
														validate134.errors = [0];
														return false;
													}
												}
											}
											var valid1 = _errs8 === errors;
										} else var valid1 = true;
										if (valid1) {
											if (data0.step !== void 0) {
												let data5 = data0.step;
												const _errs10 = errors;
												if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5))) {
													validate134.errors = [0];
													return false;
												}
												if (errors === _errs10) {
													if (typeof data5 == "number") {
														if (data5 > 9007199254740991 || isNaN(data5)) {
															validate134.errors = [0];
															return false;
														} else if (data5 < 0 || isNaN(data5)) {
															validate134.errors = [0];
															return false;
														}
													}
												}
												var valid1 = _errs10 === errors;
											} else var valid1 = true;
											if (valid1) {
												if (data0.snapshot !== void 0) {
													let data6 = data0.snapshot;
													const _errs12 = errors;
													if (typeof data6 !== "boolean") {
														validate134.errors = [0];
														return false;
													}
													if (true !== data6) {
														validate134.errors = [0];
														return false;
													}
													var valid1 = _errs12 === errors;
												} else var valid1 = true;
												if (valid1) {
													if (data0.skipped !== void 0) {
														let data7 = data0.skipped;
														const _errs14 = errors;
														if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
															validate134.errors = [0];
															return false;
														}
														if (errors === _errs14) {
															if (typeof data7 == "number") {
																if (data7 > 9007199254740991 || isNaN(data7)) {
																	validate134.errors = [0];
																	return false;
																} else if (data7 < 1 || isNaN(data7)) {
																	validate134.errors = [0];
																	return false;
																}
															}
														}
														var valid1 = _errs14 === errors;
													} else var valid1 = true;
													if (valid1) {
														if (data0.gap !== void 0) {
															let data8 = data0.gap;
															const _errs16 = errors;
															if (typeof data8 !== "boolean") {
																validate134.errors = [0];
																return false;
															}
															if (true !== data8) {
																validate134.errors = [0];
																return false;
															}
															var valid1 = _errs16 === errors;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								}
							}
						}
					} else {
						validate134.errors = [0];
						return false;
					}
				}
			}
		} else {
			validate134.errors = [0];
			return false;
		}
	}
	validate134.errors = vErrors;
	return errors === 0;
}
var frameChecks = {
	"account.status": check0,
	"account.subscribe.response": check1,
	"account.unsubscribe.response": check2,
	"account.update": check3,
	"activity.status": check0,
	"activity.subscribe.response": check1,
	"activity.unsubscribe.response": check2,
	"activity.update": check4,
	"bars.status": check0,
	"bars.subscribe.response": check1,
	"bars.unsubscribe.response": check2,
	"bars.update": check5,
	"connection.status": check0,
	"connection.subscribe.response": check1,
	"connection.unsubscribe.response": check2,
	"connection.update": check6,
	"depth.status": check0,
	"depth.subscribe.response": check1,
	"depth.unsubscribe.response": check2,
	"depth.update": check7,
	"equity.status": check0,
	"equity.subscribe.response": check1,
	"equity.unsubscribe.response": check2,
	"equity.update": check8,
	"error": check9,
	"executions.status": check0,
	"executions.subscribe.response": check1,
	"executions.unsubscribe.response": check2,
	"executions.update": check10,
	"market-status.status": check0,
	"market-status.subscribe.response": check1,
	"market-status.unsubscribe.response": check2,
	"market-status.update": check11,
	"orders.status": check0,
	"orders.subscribe.response": check1,
	"orders.unsubscribe.response": check2,
	"orders.update": check12,
	"pong": check13,
	"positions.status": check0,
	"positions.subscribe.response": check1,
	"positions.unsubscribe.response": check2,
	"positions.update": check14,
	"quotes.status": check0,
	"quotes.subscribe.response": check1,
	"quotes.unsubscribe.response": check2,
	"quotes.update": check15,
	"server.draining": check16,
	"trades.status": check0,
	"trades.subscribe.response": check1,
	"trades.unsubscribe.response": check2,
	"trades.update": check17,
	"workspace.status": check0,
	"workspace.subscribe.response": check1,
	"workspace.unsubscribe.response": check2,
	"workspace.update": check18
};
export { check0, check1, check10, check11, check12, check13, check14, check15, check16, check17, check18, check2, check3, check4, check5, check6, check7, check8, check9, frameChecks };
